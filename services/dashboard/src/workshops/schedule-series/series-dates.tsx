import { Checkbox } from '@mantine/core';
import type { ResultOf } from '../../app/query.js';
import { graphql } from '../../app/query.js';
import type { MessageId } from '../../i18n/fr.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Row, Stack } from '../../ui/layout.js';

/** The dates that a pattern gives, public holidays named. */
export const SERIES_DATES = graphql(`
  query SeriesDates($input: SeriesDatesInput!) {
    seriesDates(input: $input) {
      day
      startsAt
      endsAt
      holiday
    }
  }
`);
export type SeriesDate = NonNullable<ResultOf<typeof SERIES_DATES>['seriesDates']>[number];

/** Each date of the pattern with a box to leave it out; a public holiday is hatched and never taken. */
export function SeriesDates(props: {
  readonly dates: readonly SeriesDate[];
  readonly without: readonly string[];
  readonly onChange: (without: string[]) => void;
}) {
  const t = useWords();
  const format = useFormat();
  const { without } = props;
  return (
    <fieldset>
      <legend>{t('series.dates')}</legend>
      <p className="soft small">{t('series.datesHelp')}</p>
      <Stack gap={8}>
        {props.dates.map(({ day, startsAt, endsAt, holiday }) => (
          <Row key={day} gap={8}>
            <Checkbox
              label={`${format.day(startsAt, 'weekday')}, ${format.time(startsAt)} – ${format.time(endsAt)}`}
              checked={holiday === null && !without.includes(day)}
              disabled={holiday !== null}
              onChange={(event) =>
                props.onChange(
                  event.currentTarget.checked ? without.filter((other) => other !== day) : [...without, day],
                )
              }
            />
            {holiday === null ? null : <Chip tone="care">{t(`series.holiday.${holiday}` as MessageId)}</Chip>}
          </Row>
        ))}
      </Stack>
    </fieldset>
  );
}
