import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { SupportLanguage } from '../../i18n/support-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import type { FiguresView } from './use-figures.js';

const SUPPORTS = graphql(`
  query SupportFigures($input: FiguresInput!) {
    figures(input: $input) {
      figures(
        of: [SUPPORT_JOURNEYS_OPENED, SUPPORT_JOURNEYS_ENDED, SUPPORT_JOURNEYS_WITH_OUTCOME, REDIRECTIONS, REDIRECTIONS_KNOWN, REDIRECTIONS_HELPED]
      ) {
        code
        value
      }
      exits: breakdown(of: SUPPORT_JOURNEYS_ENDED, by: EXIT_REASON) { member value }
      outcomes: breakdown(of: SUPPORT_OUTCOMES, by: OUTCOME) { member value }
      sent: breakdown(of: REDIRECTIONS, by: REDIRECTION) { member value }
    }
  }
`);

/** How supports ended and what became of people who were sent on, each share beside its base. */
export function SupportSheet({ view }: { readonly view: FiguresView }) {
  return (
    <SupportLanguage>
      <Inside view={view} />
    </SupportLanguage>
  );
}

function Inside({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const read = useRead(SUPPORTS, { input: { ...view.input, compare: 'NONE' } });
  const figures = new Map(read.data?.figures?.figures?.map(({ code, value }) => [String(code), value ?? 0]));
  const figure = (code: string) => figures.get(code) ?? 0;
  const ended = figure('SUPPORT_JOURNEYS_ENDED');
  const told = figure('SUPPORT_JOURNEYS_OPENED') + ended + figure('REDIRECTIONS') > 0;
  return (
    <Sheet title={t('supportFigures.title')}>
      <Block read={read} at="figures" doing={t('supportFigures.doing')} lines={4}>
        {({ figures: found }) =>
          told ? (
            <Stack gap={24}>
              <p className="soft">
                {t('supportFigures.opened', {
                  opened: format.number(figure('SUPPORT_JOURNEYS_OPENED')),
                  ended: format.number(ended),
                  with: format.number(figure('SUPPORT_JOURNEYS_WITH_OUTCOME')),
                })}
              </p>
              <h3>{t('supportFigures.outcomes')}</h3>
              <DataTable
                caption={t('supportFigures.outcomes')}
                rows={found?.outcomes ?? []}
                rowKey={({ member }) => member}
                empty={<p className="soft">{t('support.outcomesNone')}</p>}
                columns={[
                  {
                    id: 'outcome',
                    label: t('supportFigures.outcome'),
                    phone: 'title',
                    cell: ({ member }) => label('SupportOutcome', member),
                  },
                  {
                    id: 'count',
                    label: t('supportFigures.count'),
                    phone: 'main',
                    cell: ({ value }) =>
                      ended === 0 ? '–' : t('supportFigures.of', { n: value, share: format.share(value / ended) }),
                  },
                ]}
              />
              <h3>{t('supportFigures.exits')}</h3>
              <DataTable
                caption={t('supportFigures.exits')}
                rows={found?.exits ?? []}
                rowKey={({ member }) => member}
                empty={<p className="soft">{t('supportFigures.noExit')}</p>}
                columns={[
                  {
                    id: 'reason',
                    label: t('supportFigures.reason'),
                    phone: 'title',
                    cell: ({ member }) => label('ExitReason', member),
                  },
                  {
                    id: 'count',
                    label: t('supportFigures.count'),
                    phone: 'main',
                    cell: ({ value }) => format.number(value),
                  },
                ]}
              />
              <h3>{t('supportFigures.sent')}</h3>
              <p className="soft">
                {t('supportFigures.known', {
                  known: format.number(figure('REDIRECTIONS_KNOWN')),
                  all: format.number(figure('REDIRECTIONS')),
                  helped: format.number(figure('REDIRECTIONS_HELPED')),
                })}
              </p>
              <DataTable
                caption={t('supportFigures.sent')}
                rows={found?.sent ?? []}
                rowKey={({ member }) => member}
                empty={<p className="soft">{t('redirection.none')}</p>}
                columns={[
                  {
                    id: 'service',
                    label: t('supportFigures.service'),
                    phone: 'title',
                    cell: ({ member }) => label('RedirectionTarget', member.split('/')[0] ?? ''),
                  },
                  {
                    id: 'result',
                    label: t('supportFigures.result'),
                    cell: ({ member }) => {
                      const result = member.split('/')[1];
                      return result ? label('RedirectionResult', result) : t('redirection.waiting');
                    },
                  },
                  {
                    id: 'times',
                    label: t('supportFigures.times'),
                    phone: 'main',
                    cell: ({ value }) => format.number(value),
                  },
                ]}
              />
            </Stack>
          ) : (
            <Empty reason="nothing-yet">{t('supportFigures.none')}</Empty>
          )
        }
      </Block>
    </Sheet>
  );
}
