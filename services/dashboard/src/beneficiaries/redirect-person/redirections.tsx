import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import type { Read } from '../../app/use-read.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Lines, Row, Sheet, Stack } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Empty } from '../../ui/states.js';
import { type RedirectionShown, type SUPPORT, TOUCHED } from '../show-support-journey/support-query.js';

const VOID = graphql(`
  mutation VoidRedirection($input: VoidRedirectionInput!) {
    voidRedirection(input: $input) {
      id
    }
  }
`);
// Dialogs that few visits open.
const RedirectPerson = lazy(async () => ({ default: (await import('./redirect-person.js')).RedirectPerson }));
const NoteRedirectionResult = lazy(async () => ({
  default: (await import('../note-redirection-result/note-redirection-result.js')).NoteRedirectionResult,
}));

/** Where somebody was sent on, and what became of it. */
export function Redirections(props: {
  readonly read: Read<ResultOf<typeof SUPPORT>>;
  readonly beneficiaryId: string;
  readonly edits: boolean;
}) {
  const { read, beneficiaryId, edits } = props;
  const t = useWords();
  const back = useCommand(VOID, { touches: TOUCHED });
  const [sending, setSending] = useState(false);
  const [noting, setNoting] = useState<RedirectionShown | null>(null);
  const [voiding, setVoiding] = useState<RedirectionShown | null>(null);
  const found = read.data?.beneficiary?.redirections ?? [];
  return (
    <Sheet
      title={t('redirection.title')}
      aside={
        edits ? (
          <Button variant="default" onClick={() => setSending(true)}>
            {t('redirection.send')}
          </Button>
        ) : null
      }
    >
      <Block read={read} at="beneficiary.redirections" doing={t('support.doing')}>
        {() =>
          found.length === 0 ? (
            <Empty reason="nothing-yet">{t('redirection.none')}</Empty>
          ) : (
            <Lines>
              {found.toReversed().map((one) => (
                <OneRedirection
                  key={one.id}
                  one={one}
                  {...(edits ? { onNote: () => setNoting(one), onVoid: () => setVoiding(one) } : {})}
                />
              ))}
            </Lines>
          )
        }
      </Block>
      <Suspense fallback={null}>
        {sending ? <RedirectPerson beneficiaryId={beneficiaryId} onClose={() => setSending(false)} /> : null}
        {noting ? <NoteRedirectionResult redirection={noting} onClose={() => setNoting(null)} /> : null}
      </Suspense>
      <ReasonDialog
        opened={voiding !== null}
        title={t('redirection.void')}
        consequence={t('redirection.voidWhat')}
        confirm={t('redirection.void')}
        refusals={back.refusals}
        sending={back.sending}
        onConfirm={(reason, key) =>
          void back
            .send({ input: { id: voiding?.id ?? '', expectedVersion: voiding?.version ?? null, reason } }, key)
            .then((done) => done && setVoiding(null))
        }
        onClose={() => {
          back.forget();
          setVoiding(null);
        }}
      />
    </Sheet>
  );
}

function OneRedirection(props: {
  readonly one: RedirectionShown;
  readonly onNote?: () => void;
  readonly onVoid?: () => void;
}) {
  const { one, onNote, onVoid } = props;
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const day = (plain: string) => format.day(`${plain}T12:00:00Z`, 'short');
  const where = [label('RedirectionTarget', one.target), one.whereto].filter(Boolean).join(' · ');
  return (
    <Stack gap={8}>
      <Row apart>
        {one.voidedAt ? <s>{where}</s> : <strong>{where}</strong>}
        <span className="soft small">{day(one.sentOn)}</span>
      </Row>
      {one.voidedAt ? null : (
        <>
          {one.result && one.resultOn ? (
            <p className="soft">{`${label('RedirectionResult', one.result)} · ${day(one.resultOn)}`}</p>
          ) : (
            <div>
              <Chip tone="care">{t('redirection.waiting')}</Chip>
            </div>
          )}
          {onNote && onVoid ? (
            <Row gap={8}>
              <Button variant="default" onClick={onNote}>
                {t('redirection.note')}
              </Button>
              <Button variant="default" onClick={onVoid}>
                {t('redirection.void')}
              </Button>
            </Row>
          ) : null}
        </>
      )}
    </Stack>
  );
}
