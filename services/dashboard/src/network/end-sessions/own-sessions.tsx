import { graphql } from '../../app/query.js';
import { useSession } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { MemberLanguage } from '../../i18n/member-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Loading } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { OpenSessions } from '../open-sessions.js';

const MYSELF = graphql(`
  query Myself {
    myself {
      id
      sessions {
        startedAt
        lastSeenAt
      }
    }
  }
`);
const END = graphql(`
  mutation EndOwnSessions {
    endOwnSessions {
      id
    }
  }
`);

/** Where one is signed in oneself, and the way out of all of it at once. */
export function OwnSessions({ onClose }: { readonly onClose: () => void }) {
  return (
    <MemberLanguage>
      <Own onClose={onClose} />
    </MemberLanguage>
  );
}

function Own({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { tokens } = useSession();
  const read = useRead(MYSELF, {});
  const { newId } = useEnvironment();
  const entry = useEntry({ key: newId() });
  const end = useCommand(END);
  return (
    <FormDialog
      title={t('member.own.title')}
      save={t('member.own.end')}
      refusals={end.refusals}
      sending={end.sending}
      // This tab leaves by itself: the others find out when they next ask.
      onSend={() => void end.send({}, entry.idempotencyKey).then((done) => done && tokens.signOut())}
      onClose={onClose}
    >
      {read.loading ? <Loading lines={2} /> : <OpenSessions sessions={read.data?.myself?.sessions ?? null} />}
      <p>{t('member.own.what')}</p>
    </FormDialog>
  );
}
