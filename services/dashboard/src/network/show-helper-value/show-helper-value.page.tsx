import { Block } from '../../app/block.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { TeamLanguage } from '../../i18n/team-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { TextField } from '../../ui/fields.js';
import { useFormat } from '../../ui/format.js';
import { Notice, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { Rates } from './rates.js';
import { VALUE, type ValueRead } from './value-query.js';

/** What helpers gave over a period, by branch and tie, and what it is worth for funders. */
export function Page() {
  return (
    <TeamLanguage>
      <Value />
    </TeamLanguage>
  );
}

function Value() {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const [search, change] = useSearch();
  const today = format.localDate(now());
  const from = search['from'] ?? `${today.slice(0, 4)}-01-01`;
  const to = search['to'] ?? today;
  const read = useRead(VALUE, { from, to });
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.helperValue')}
        context={t('value.context')}
        aside={
          <Row gap={8}>
            <TextField
              path="from"
              label={t('value.from')}
              type="date"
              value={from}
              onChange={(day) => change({ from: day || undefined }, 'replace')}
            />
            <TextField
              path="to"
              label={t('value.to')}
              type="date"
              value={to}
              onChange={(day) => change({ to: day || undefined }, 'replace')}
            />
          </Row>
        }
      />
      <TwoBanks
        is={
          <Sheet>
            <Block read={read} at="helperValue" doing={t('value.doing')}>
              {({ helperValue }) => (helperValue ? <Lines value={helperValue} /> : null)}
            </Block>
          </Sheet>
        }
        todo={
          <Block read={read} at="helperRates" doing={t('value.doing')}>
            {({ helperRates }) => <Rates rates={helperRates} />}
          </Block>
        }
      />
    </Stack>
  );
}

function Lines({ value }: { readonly value: NonNullable<ValueRead['helperValue']> }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const time = (minutes: number) =>
    t('value.time', { hours: format.number(Math.floor(minutes / 60)), minutes: String(minutes % 60).padStart(2, '0') });
  return (
    <Stack gap={16}>
      <DataTable
        caption={t('page.helperValue')}
        rows={value.lines}
        rowKey={({ branch, kind }) => `${branch} ${kind}`}
        empty={<Empty reason="nothing-yet">{t('value.none')}</Empty>}
        columns={[
          { id: 'branch', label: t('value.branch'), phone: 'title', cell: ({ branch }) => branch },
          {
            id: 'kind',
            label: t('value.kind'),
            phone: 'main',
            cell: ({ kind }) => (kind ? label('HelperKind', kind) : t('value.unknownKind')),
          },
          { id: 'helpers', label: t('value.helpers'), cell: ({ helpers }) => format.number(helpers) },
          { id: 'hours', label: t('value.hours'), cell: ({ minutes }) => time(minutes) },
          { id: 'cents', label: t('value.cents'), cell: ({ cents }) => format.money(cents) },
        ]}
      />
      <p>
        <strong>{t('value.total', { time: time(value.minutes), value: format.money(value.cents) })}</strong>
      </p>
      {value.unvaluedMinutes > 0 ? (
        <Notice tone="note">{t('value.unvalued', { time: time(value.unvaluedMinutes) })}</Notice>
      ) : null}
    </Stack>
  );
}
