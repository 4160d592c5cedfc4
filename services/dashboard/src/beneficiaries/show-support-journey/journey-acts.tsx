import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { Row, Stack } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { type JourneyShown, TOUCHED } from './support-query.js';

const PAUSE = graphql(`
  mutation PauseSupportJourney($input: PauseSupportJourneyInput!) {
    pauseSupportJourney(input: $input) {
      id
    }
  }
`);
const RESUME = graphql(`
  mutation ResumeSupportJourney($input: ResumeSupportJourneyInput!) {
    resumeSupportJourney(input: $input) {
      id
    }
  }
`);
const REOPEN = graphql(`
  mutation ReopenSupportJourney($input: ReopenSupportJourneyInput!) {
    reopenSupportJourney(input: $input) {
      id
    }
  }
`);
const REFER = graphql(`
  mutation ChangeReferent($input: ChangeReferentInput!) {
    changeReferent(input: $input) {
      id
    }
  }
`);
const VOID = graphql(`
  mutation VoidSupportJourney($input: VoidSupportJourneyInput!) {
    voidSupportJourney(input: $input) {
      id
    }
  }
`);

/** What can be done with a support journey beside its plan and its exit. */
export function JourneyActs({ journey, children }: { readonly journey: JourneyShown; readonly children: ReactNode }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const touches = TOUCHED;
  const pause = useCommand(PAUSE, { touches });
  const resume = useCommand(RESUME, { touches });
  const reopen = useCommand(REOPEN, { touches });
  const refer = useCommand(REFER, { touches });
  const back = useCommand(VOID, { touches });
  const [voiding, setVoiding] = useState(false);
  const { id, version: expectedVersion, state, isMine } = journey;
  const input = { id, expectedVersion };
  const refusals = [pause, resume, reopen, refer].flatMap((command) => command.refusals);
  const act = (words: Parameters<typeof t>[0], sending: boolean, send: () => Promise<unknown>) => (
    <Button variant="default" loading={sending} onClick={() => void send()}>
      {t(words)}
    </Button>
  );
  const ended = state === 'COMPLETED' || state === 'ABANDONED';
  return (
    <Stack gap={12}>
      <RefusalSummary refusals={refusals} />
      <Row gap={8}>
        {children}
        {ended ? act('support.reopen', reopen.sending, () => reopen.send({ input }, newId())) : null}
        {state === 'OPEN' ? act('support.pause', pause.sending, () => pause.send({ input }, newId())) : null}
        {state === 'PAUSED' ? act('support.resume', resume.sending, () => resume.send({ input }, newId())) : null}
        {ended || isMine
          ? null
          : act('support.take', refer.sending, () => refer.send({ input: { ...input, mine: true } }, newId()))}
        {ended ? null : (
          <Button variant="default" onClick={() => setVoiding(true)}>
            {t('support.void')}
          </Button>
        )}
      </Row>
      <ReasonDialog
        opened={voiding}
        title={t('support.void')}
        consequence={t('support.voidWhat')}
        confirm={t('support.void')}
        refusals={back.refusals}
        sending={back.sending}
        onConfirm={(reason, key) =>
          void back.send({ input: { ...input, reason } }, key).then((done) => done && setVoiding(false))
        }
        onClose={() => {
          back.forget();
          setVoiding(false);
        }}
      />
    </Stack>
  );
}
