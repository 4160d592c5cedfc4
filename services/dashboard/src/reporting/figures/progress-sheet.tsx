import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { AssessmentLanguage } from '../../i18n/assessment-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import type { FiguresView } from './use-figures.js';

const PROGRESS = graphql(`
  query Progress($input: FiguresInput!) {
    figures(input: $input) {
      figures(
        of: [COMPARED_AT_EXIT, PROFILE_RAISED_AT_EXIT, AUTONOMY_RAISED_AT_EXIT, ASKED_AT_SIX_MONTHS, COMPARED_AT_SIX_MONTHS, PROFILE_RAISED_AT_SIX_MONTHS, AUTONOMY_RAISED_AT_SIX_MONTHS]
      ) {
        code
        value
      }
      themes: breakdown(of: COMPARED_AT_EXIT, by: THEME) { member value }
      raised: breakdown(of: AUTONOMY_RAISED_AT_EXIT, by: THEME) { member value }
      changes: breakdown(of: COMPARED_AT_EXIT, by: PROFILE_CHANGE) { member value }
      months: trend(of: COMPARED_AT_EXIT, grain: MONTH) { start value }
      monthsRaised: trend(of: PROFILE_RAISED_AT_EXIT, grain: MONTH) { start value }
    }
  }
`);

/** How people's skills changed from entry to exit and to six months later, each share beside its base. */
export function ProgressSheet({ view }: { readonly view: FiguresView }) {
  return (
    <AssessmentLanguage>
      <Inside view={view} />
    </AssessmentLanguage>
  );
}

function Inside({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const read = useRead(PROGRESS, { input: { ...view.input, compare: 'NONE' } });
  const figures = new Map(read.data?.figures?.figures?.map(({ code, value }) => [String(code), value ?? 0]));
  const figure = (code: string) => figures.get(code) ?? 0;
  const of = (n: number, base: number) => (base === 0 ? '–' : t('progress.of', { n, share: format.share(n / base) }));
  const moments = (['EXIT', 'SIX_MONTHS'] as const)
    .map((moment) => ({
      moment,
      base: figure(`COMPARED_AT_${moment}`),
      profile: figure(`PROFILE_RAISED_AT_${moment}`),
      autonomy: figure(`AUTONOMY_RAISED_AT_${moment}`),
    }))
    .filter(({ base }) => base > 0);
  const raised = new Map(read.data?.figures?.raised?.map(({ member, value }) => [member, value]));
  const raisedIn = new Map(read.data?.figures?.monthsRaised?.map(({ start, value }) => [start, value]));
  return (
    <Sheet title={t('progress.title')}>
      <Block read={read} at="figures" doing={t('progress.doing')} lines={4}>
        {({ figures: found }) =>
          moments.length === 0 ? (
            <Empty reason="nothing-yet">{t('progress.none')}</Empty>
          ) : (
            <Stack gap={24}>
              <DataTable
                caption={t('progress.title')}
                rows={moments}
                rowKey={({ moment }) => moment}
                empty={null}
                columns={[
                  {
                    id: 'when',
                    label: t('progress.when'),
                    phone: 'title',
                    cell: ({ moment }) => t(moment === 'EXIT' ? 'progress.exit' : 'progress.sixMonths'),
                  },
                  { id: 'base', label: t('progress.base'), phone: 'main', cell: ({ base }) => format.number(base) },
                  {
                    id: 'profile',
                    label: t('progress.profile'),
                    phone: 'main',
                    cell: ({ profile, base }) => of(profile, base),
                  },
                  {
                    id: 'autonomy',
                    label: t('progress.autonomy'),
                    phone: 'main',
                    cell: ({ autonomy, base }) => of(autonomy, base),
                  },
                ]}
              />
              {figure('ASKED_AT_SIX_MONTHS') > 0 ? (
                <p className="soft">{t('progress.asked', { asked: format.number(figure('ASKED_AT_SIX_MONTHS')) })}</p>
              ) : null}
              <h3>{t('progress.themes')}</h3>
              <DataTable
                caption={t('progress.themes')}
                rows={found?.themes ?? []}
                rowKey={({ member }) => member}
                empty={null}
                columns={[
                  {
                    id: 'theme',
                    label: t('progress.theme'),
                    phone: 'title',
                    cell: ({ member }) => label('MediationTheme', member),
                  },
                  { id: 'base', label: t('progress.base'), phone: 'main', cell: ({ value }) => format.number(value) },
                  {
                    id: 'raised',
                    label: t('progress.raised'),
                    phone: 'main',
                    cell: ({ member, value }) => of(raised.get(member) ?? 0, value),
                  },
                ]}
              />
              <h3>{t('progress.changes')}</h3>
              <DataTable
                caption={t('progress.changes')}
                rows={found?.changes ?? []}
                rowKey={({ member }) => member}
                empty={null}
                columns={[
                  {
                    id: 'from',
                    label: t('progress.from'),
                    phone: 'title',
                    cell: ({ member }) => label('DigitalProfile', member.split('/')[0] ?? ''),
                  },
                  {
                    id: 'to',
                    label: t('progress.to'),
                    phone: 'main',
                    cell: ({ member }) => label('DigitalProfile', member.split('/')[1] ?? ''),
                  },
                  {
                    id: 'people',
                    label: t('progress.people'),
                    phone: 'main',
                    cell: ({ value }) => format.number(value),
                  },
                ]}
              />
              <h3>{t('progress.months')}</h3>
              <DataTable
                caption={t('progress.months')}
                rows={found?.months ?? []}
                rowKey={({ start }) => start}
                empty={null}
                columns={[
                  {
                    id: 'month',
                    label: t('progress.month'),
                    phone: 'title',
                    cell: ({ start }) => format.month(start),
                  },
                  { id: 'base', label: t('progress.base'), phone: 'main', cell: ({ value }) => format.number(value) },
                  {
                    id: 'raised',
                    label: t('progress.profile'),
                    phone: 'main',
                    cell: ({ start, value }) => of(raisedIn.get(start) ?? 0, value),
                  },
                ]}
              />
            </Stack>
          )
        }
      </Block>
    </Sheet>
  );
}
