import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { SessionFigureLanguage } from '../../i18n/session-figure-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import type { FiguresView } from './use-figures.js';

const SESSION_FIGURES = graphql(`
  query SessionFigures($input: FiguresInput!, $of: [FigureCode!]!, $by: FigureTableBy!) {
    figures(input: $input) {
      figures(of: $of) { value }
      table(of: $of, by: $by) {
        branch { code }
        place { id name }
        values
      }
    }
  }
`);

/** What is asked, in the order in which a row reads it. */
const CODES = [
  'SEATS_FILLED',
  'SEATS_OFFERED',
  'ATTENDANCE_SEEN',
  'ATTENDANCE_EXPECTED',
  'NO_SHOWS',
  'COURSES_COMPLETED',
  'PEOPLE_ON_COURSES',
  'DAYS_TO_FIRST_SESSION',
  'ACTIVE_HELPERS',
  'HELPER_MINUTES',
  'RESOURCES_USED',
] as const;
type Code = (typeof CODES)[number];

interface Row {
  readonly key: string;
  readonly name: string;
  readonly href: string | undefined;
  readonly value: (code: Code) => number | null;
}

/** Seats, attendance, courses, waits, helpers and resources: by branch, and within one branch by place. */
export function SessionSheet({ view }: { readonly view: FiguresView }) {
  return (
    <SessionFigureLanguage>
      <Inside view={view} />
    </SessionFigureLanguage>
  );
}

function Inside({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const by = view.branches?.length === 1 ? 'PLACE' : 'BRANCH';
  const read = useRead(SESSION_FIGURES, { input: { ...view.input, compare: 'NONE' }, of: [...CODES], by });
  const reader = (values: readonly (number | null)[] | null | undefined) => (code: Code) =>
    values?.[CODES.indexOf(code)] ?? null;
  const rows: Row[] = (read.data?.figures?.table ?? []).map(({ branch, place, values }) => ({
    key: branch?.code ?? place?.id ?? '',
    name: branch ? names.of(branch.code) : (place?.name ?? t('sessionFigures.noPlace')),
    href: branch ? `/branches/${branch.code}` : place ? `/places/${place.id}` : undefined,
    value: reader(values),
  }));
  const whole: Row = {
    ...{ key: 'whole', name: t('sessionFigures.whole'), href: undefined },
    value: reader(read.data?.figures?.figures?.map(({ value }) => value)),
  };
  const count = (row: Row, code: Code) => row.value(code) ?? 0;
  const of = (row: Row, part: Code, base: Code) =>
    count(row, base) === 0
      ? '–'
      : t('sessionFigures.of', {
          n: format.number(count(row, part)),
          base: format.number(count(row, base)),
          share: format.share(count(row, part) / count(row, base)),
        });
  const title = t(by === 'PLACE' ? 'sessionFigures.titlePlaces' : 'sessionFigures.title');
  return (
    <Sheet title={title}>
      <Block read={read} at="figures" doing={t('sessionFigures.doing')} lines={4}>
        {() =>
          rows.length === 0 ? (
            <Empty reason="nothing-yet">{t('sessionFigures.none')}</Empty>
          ) : (
            <Stack gap={12}>
              <DataTable
                caption={title}
                rows={rows.length > 1 ? [whole, ...rows] : rows}
                rowKey={({ key }) => key}
                empty={null}
                columns={[
                  {
                    id: 'name',
                    label: t(by === 'PLACE' ? 'sessionFigures.place' : 'sessionFigures.branch'),
                    phone: 'title',
                    cell: ({ name, href }) =>
                      href ? <PageLink href={href}>{name}</PageLink> : <strong>{name}</strong>,
                  },
                  {
                    id: 'seats',
                    label: t('sessionFigures.seats'),
                    phone: 'main',
                    cell: (row) => of(row, 'SEATS_FILLED', 'SEATS_OFFERED'),
                  },
                  {
                    id: 'attendance',
                    label: t('sessionFigures.attendance'),
                    phone: 'detail',
                    cell: (row) => of(row, 'ATTENDANCE_SEEN', 'ATTENDANCE_EXPECTED'),
                  },
                  {
                    id: 'noShows',
                    label: t('sessionFigures.noShows'),
                    phone: 'detail',
                    cell: (row) => of(row, 'NO_SHOWS', 'ATTENDANCE_EXPECTED'),
                  },
                  {
                    id: 'completion',
                    label: t('sessionFigures.completion'),
                    phone: 'detail',
                    cell: (row) => of(row, 'COURSES_COMPLETED', 'PEOPLE_ON_COURSES'),
                  },
                  {
                    id: 'wait',
                    label: t('sessionFigures.wait'),
                    phone: 'detail',
                    cell: (row) => {
                      const days = row.value('DAYS_TO_FIRST_SESSION');
                      return days === null ? '–' : t('sessionFigures.days', { days: format.number(days, 1) });
                    },
                  },
                  {
                    id: 'helpers',
                    label: t('sessionFigures.helpers'),
                    phone: 'detail',
                    cell: (row) =>
                      t('sessionFigures.given', {
                        helpers: count(row, 'ACTIVE_HELPERS'),
                        hours: format.number(count(row, 'HELPER_MINUTES') / 60, 1),
                      }),
                  },
                  {
                    id: 'resources',
                    label: t('sessionFigures.resources'),
                    phone: 'detail',
                    cell: (row) => format.number(count(row, 'RESOURCES_USED')),
                  },
                ]}
              />
              <p className="soft small">{t('sessionFigures.about')}</p>
            </Stack>
          )
        }
      </Block>
    </Sheet>
  );
}
