import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmedAct } from '../../ui/confirmed-act.js';
import { type MemberShown, OF_MEMBERS } from '../member-queries.js';

const END = graphql(`
  mutation EndSessions($input: EndSessionsInput!) {
    endSessions(input: $input) {
      id
    }
  }
`);

/** Signs the member out everywhere, after asking once more. */
export function EndSessions({ member }: { readonly member: MemberShown }) {
  const t = useWords();
  const command = useCommand(END, { touches: OF_MEMBERS });
  return (
    <ConfirmedAct
      label={t('member.sessions.end')}
      title={t('member.sessions.end')}
      says={t('member.sessions.endWhat', { name: member.name })}
      refusals={command.refusals}
      sending={command.sending}
      send={(key) => command.send({ input: { id: member.id } }, key)}
      forget={command.forget}
    />
  );
}
