import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { fullName, PersonName } from '../../app/veil.js';
import { SupportLanguage } from '../../i18n/support-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';

import { Empty } from '../../ui/states.js';
import { Mandates } from '../list-mandates/mandates.js';
import { Redirections } from '../redirect-person/redirections.js';
import { Journey } from './journey.js';
import { SUPPORT, TOUCHED } from './support-query.js';

const OPEN = graphql(`
  mutation OpenSupportJourney($input: OpenSupportJourneyInput!) {
    openSupportJourney(input: $input) {
      id
    }
  }
`);

/** Where somebody wants to get to, how far they are, and where they were sent on. */
export function Page() {
  return (
    <SupportLanguage>
      <Support />
    </SupportLanguage>
  );
}

function Support() {
  const t = useWords();
  const { newId } = useEnvironment();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(SUPPORT, { id });
  const open = useCommand(OPEN, { touches: TOUCHED });
  const person = read.data?.beneficiary;
  if (!person && read.errors.some(({ code }) => code === 'NOT_FOUND'))
    return (
      <>
        <PageHead title={t('page.support')} />
        <Empty reason="not-yours">{t('people.unknown')}</Empty>
      </>
    );
  const edits = person?.kind === 'TRACKED' && !person.voided && !person.erasedAt && !person.restrictedAt;
  const journeys = person?.supportJourneys ?? [];
  const underWay = journeys.some(({ state }) => state === 'OPEN' || state === 'PAUSED');
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.support')}
        context={t('support.context')}
        aside={
          person ? (
            <Row gap={16}>
              <PageLink href={`/people/${id}`}>
                <PersonName name={fullName(person) || t('people.unnamed')} />
              </PageLink>
              <PageLink href={`/people/${id}/timeline`}>{t('page.timeline')}</PageLink>
            </Row>
          ) : null
        }
        action={
          edits && !underWay ? (
            <Button loading={open.sending} onClick={() => void open.send({ input: { beneficiaryId: id } }, newId())}>
              {t('support.open')}
            </Button>
          ) : undefined
        }
      />
      <RefusalSummary refusals={open.refusals} />
      <Block read={read} at="beneficiary.supportJourneys" doing={t('support.doing')} lines={6}>
        {() =>
          journeys.length === 0 ? (
            <Sheet title={t('support.plan')}>
              <Empty reason="nothing-yet">{t('support.none')}</Empty>
            </Sheet>
          ) : (
            <Stack gap={24}>
              {journeys.toReversed().map((journey) => (
                <Journey key={journey.id} id={journey.id} edits={edits} />
              ))}
            </Stack>
          )
        }
      </Block>
      <Redirections read={read} beneficiaryId={id} edits={edits} />
      {person?.kind === 'TRACKED' ? <Mandates beneficiaryId={id} edits={edits} /> : null}
    </Stack>
  );
}
