import { Button } from '@mantine/core';
import { useState } from 'react';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { SeriesLanguage } from '../../i18n/series-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { Row, Stack } from '../../ui/layout.js';
import { SESSIONS } from '../list-sessions/sessions-table.js';
import { shiftDays } from '../list-sessions/week.js';

const DUPLICATE_WEEK = graphql(`
  mutation DuplicateWeek($input: DuplicateWeekInput!) {
    duplicateWeek(input: $input) {
      id
      copied
      onHoliday
      alreadyThere
      taken
    }
  }
`);

/** Plans the week before again in the week shown, and says what was left out; beside it, the way to a series. */
export function DuplicateWeek(props: { readonly branch: string; readonly monday: string }) {
  return (
    <SeriesLanguage>
      <Duplicate {...props} />
    </SeriesLanguage>
  );
}

function Duplicate({ branch, monday }: { readonly branch: string; readonly monday: string }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const duplicate = useCommand(DUPLICATE_WEEK, { touches: [keyOf(SESSIONS)] });
  const [said, setSaid] = useState('');
  const send = async () => {
    const input = { branch, fromMonday: shiftDays(monday, -7), toMonday: monday };
    const done = (await duplicate.send({ input }, newId()))?.duplicateWeek;
    if (!done) return setSaid('');
    const { copied, alreadyThere: there, onHoliday: holiday, taken } = done;
    setSaid(t('series.weekDone', { copied, there, holiday, taken }));
  };
  return (
    <Stack gap={8}>
      <Row gap={8}>
        <Button variant="subtle" aria-disabled={duplicate.sending || undefined} onClick={() => void send()}>
          {t('series.week')}
        </Button>
        <PageLink href="/series">{t('page.allSeries')}</PageLink>
        <PageLink href="/series/new">{t('page.newSeries')}</PageLink>
      </Row>
      <RefusalSummary refusals={duplicate.refusals} />
      <p role="status">{said}</p>
    </Stack>
  );
}
