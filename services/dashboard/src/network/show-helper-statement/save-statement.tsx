import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { TeamLanguage } from '../../i18n/team-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { ChoiceField } from '../../ui/fields.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Row, Sheet, Stack } from '../../ui/layout.js';
import { savePaper } from '../../ui/save-paper.js';

const STATEMENT = graphql(`
  query HelperStatement($year: Int!, $memberId: UUID) {
    helperStatement(year: $year, memberId: $memberId) {
      name
      mediaType
      base64
    }
  }
`);
const YEARS = 5;

/** A helper's hours of a year on paper: one's own, or a member's. */
export function SaveStatement(props: { readonly memberId: string | null }) {
  return (
    <TeamLanguage>
      <Statement {...props} />
    </TeamLanguage>
  );
}

function Statement({ memberId }: { readonly memberId: string | null }) {
  const t = useWords();
  const format = useFormat();
  const { now, newId } = useEnvironment();
  const thisYear = Number(format.localDate(now()).slice(0, 4));
  const [year, setYear] = useState(String(thisYear));
  const asked = useCommand(STATEMENT);
  const years = Array.from({ length: YEARS }, (_, ago) => String(thisYear - ago));
  const save = async () => {
    const file = (await asked.send({ year: Number(year), memberId }, newId()))?.helperStatement;
    if (file) savePaper(file);
  };
  return (
    <Sheet title={t('statement.title')}>
      <Stack gap={8}>
        <RefusalSummary refusals={asked.refusals} />
        <Row gap={8}>
          <ChoiceField
            path="year"
            label={t('statement.year')}
            data={years.map((value) => ({ value, label: value }))}
            value={year}
            onChange={setYear}
          />
          <Button variant="default" aria-disabled={asked.sending || undefined} onClick={() => void save()}>
            {t('statement.save')}
          </Button>
        </Row>
      </Stack>
    </Sheet>
  );
}
