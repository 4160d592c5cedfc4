import { NativeSelect } from '@mantine/core';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { EvidenceLanguage } from '../../i18n/evidence-language.js';
import { useLanguage } from '../../i18n/language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { FigureFilters, PeriodFields } from '../figures/figure-controls.js';
import { amountOf, measureOf, useSpan } from '../figures/figure-tiles.js';
import { DEFINITIONS } from '../figures/figures-query.js';
import { KnownOnControl, KnownOnNotice } from '../figures/known-on.js';
import { useFiguresInput } from '../figures/use-figures.js';
import { eventName } from './event-name.js';
import { SubjectLink } from './subject-link.js';

const EVENTS = graphql(`
  query FigureEvents($input: FiguresInput!, $of: FigureCode!, $after: String, $stock: Boolean!) {
    figures(input: $input) {
      knowledge
      setAside
      figures(of: [$of]) {
        unit
        value
      }
      events(of: $of, first: 50, after: $after) {
        endCursor
        items {
          id
          eventType
          occurredOn
          recordedAt
          value
          branch {
            code
          }
          subject {
            kind
            id
            device @include(if: $stock) {
              tag
            }
          }
        }
      }
    }
  }
`);

/** The events that a figure is the sum of. The address says which figure: copied, it shows the same. */
export function Page() {
  return (
    <EvidenceLanguage>
      <FigureEvents />
    </EvidenceLanguage>
  );
}

function FigureEvents() {
  const t = useWords();
  const format = useFormat();
  const span = useSpan();
  const scope = useScope();
  const names = useBranchName();
  const identity = useIdentity();
  const { language } = useLanguage();
  const [search, change] = useSearch();
  const view = useFiguresInput(scope.all ? null : scope.branches);
  const definitions = useRead(DEFINITIONS, {});
  const indicators = definitions.data?.indicators ?? [];
  const of = indicators.find(({ code }) => code === search['of'])?.code ?? 'SUPPORT_ACTS';
  const found = indicators.find(({ code }) => code === of);
  const label = (language === 'en' ? found?.labelEn : found?.labelFr) ?? of;
  const read = usePages(
    EVENTS,
    { input: { ...view.input, compare: 'NONE' }, of, after: null, stock: allowed(identity, 'ReadStock') },
    ({ figures }) => figures?.events,
  );
  const figure = read.data?.figures?.figures?.[0];
  const measure = measureOf(figure?.unit ?? 'COUNT');
  const note =
    of === 'UNIQUE_PEOPLE'
      ? 'people'
      : of === 'ACTIVE_HELPERS'
        ? 'helpers'
        : figure && isRatio(figure.unit)
          ? 'rate'
          : 'rest';
  const places = scope.all ? t('page.network') : scope.branches.map((code) => names.of(code)).join(', ');
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.figureEvents')}
        context={`${places} · ${span(view.period.from, view.period.to)}`}
        aside={
          <PageLink href={view.branches?.length === 1 ? `/branches/${view.branches[0]}` : '/network'}>
            {t('evidence.back')}
          </PageLink>
        }
      />
      <PeriodFields view={view}>
        <NativeSelect
          label={t('evidence.of')}
          value={of}
          data={indicators.map(({ code, labelFr, labelEn }) => ({
            value: code,
            label: language === 'en' ? labelEn : labelFr,
          }))}
          onChange={(event) => change({ of: event.currentTarget.value })}
        />
      </PeriodFields>
      <KnownOnControl view={view} />
      <FigureFilters view={view} />
      <KnownOnNotice asOf={view.asOf} found={read.data?.figures} />
      <Sheet
        title={t('evidence.sum', { figure: label, value: format.amount(amountOf(figure?.value ?? null), measure) })}
      >
        <p className="soft">{t(`evidence.${note}`)}</p>
        <Block read={read} at="figures" doing={t('evidence.doing')} lines={8}>
          {() => (
            <DataTable
              caption={t('page.figureEvents')}
              rows={read.items}
              rowKey={(event) => event.id}
              onMore={read.more}
              loadingMore={read.loadingMore}
              empty={<Empty reason="nothing-yet">{t('evidence.none')}</Empty>}
              columns={[
                {
                  id: 'day',
                  label: t('evidence.day'),
                  cell: (event) => format.day(`${event.occurredOn}T12:00:00Z`, 'short'),
                },
                {
                  id: 'what',
                  label: t('evidence.what'),
                  phone: 'title',
                  cell: (event) => t(eventName(event.eventType)),
                },
                {
                  id: 'branch',
                  label: t('evidence.branch'),
                  phone: 'hidden',
                  cell: (event) => names.of(event.branch?.code ?? ''),
                },
                { id: 'recorded', label: t('evidence.recorded'), cell: (event) => format.moment(event.recordedAt) },
                {
                  id: 'value',
                  label: t('evidence.value'),
                  number: true,
                  phone: 'main',
                  cell: (event) =>
                    measure === 'money' ? format.money(event.value) : format.change(event.value, 'count'),
                },
                {
                  id: 'subject',
                  label: t('evidence.subject'),
                  phone: 'detail',
                  cell: (event) => <SubjectLink subject={event.subject} />,
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
    </Stack>
  );
}

function isRatio(unit: string): boolean {
  return unit === 'RATE' || unit === 'DAYS';
}
