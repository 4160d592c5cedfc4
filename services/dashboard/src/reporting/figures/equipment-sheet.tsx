import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { EquipmentFigureLanguage } from '../../i18n/equipment-figure-language.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet, Stack } from '../../ui/layout.js';
import type { FiguresView } from './use-figures.js';

const EQUIPMENT_FIGURES = graphql(`
  query EquipmentFigures($input: FiguresInput!, $of: [FigureCode!]!) {
    figures(input: $input) {
      figures(of: $of) { value }
      deviceOutcomes {
        settled
        followed
        followedShare
        firstDevices
        medianWaitDays
      }
    }
  }
`);

/** What is asked, in this order. */
const CODES = [
  'GRAMS_COLLECTED',
  'GRAMS_REUSED',
  'GRAMS_WASTED',
  'DEVICES_WASTED',
  'DEVICES_RECEIVED',
  'DEVICES_SOLD',
  'TAKINGS',
  'MARKET_VALUE',
] as const;

/** Weights, devices and money of the period, and what devices sold led to. */
export function EquipmentSheet({ view }: { readonly view: FiguresView }) {
  return (
    <EquipmentFigureLanguage>
      <Inside view={view} />
    </EquipmentFigureLanguage>
  );
}

function Inside({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const format = useFormat();
  const read = useRead(EQUIPMENT_FIGURES, { input: { ...view.input, compare: 'NONE' }, of: [...CODES] });
  const values = read.data?.figures?.figures ?? [];
  const value = (code: (typeof CODES)[number]) => values[CODES.indexOf(code)]?.value ?? 0;
  const kilograms = (code: (typeof CODES)[number]) => format.number(value(code) / 1_000, 1);
  return (
    <Sheet title={t('equipmentFigures.title')}>
      <Block read={read} at="figures" doing={t('equipmentFigures.doing')} lines={4}>
        {({ figures }) => (
          <Stack gap={12}>
            <Facts
              facts={[
                [
                  t('equipmentFigures.collected'),
                  t('equipmentFigures.kilograms', { kg: kilograms('GRAMS_COLLECTED') }),
                ],
                [t('equipmentFigures.reused'), t('equipmentFigures.kilograms', { kg: kilograms('GRAMS_REUSED') })],
                [
                  t('equipmentFigures.wasted'),
                  t('equipmentFigures.kilogramsAnd', {
                    kg: kilograms('GRAMS_WASTED'),
                    count: value('DEVICES_WASTED'),
                  }),
                ],
                [
                  t('equipmentFigures.devices'),
                  t('equipmentFigures.twoCounts', {
                    received: format.number(value('DEVICES_RECEIVED')),
                    sold: format.number(value('DEVICES_SOLD')),
                  }),
                ],
                [
                  t('equipmentFigures.money'),
                  t('equipmentFigures.twoSums', {
                    paid: format.money(value('TAKINGS')),
                    market: format.money(value('MARKET_VALUE')),
                  }),
                ],
                ...(figures ? outcomes(figures.deviceOutcomes) : []),
              ]}
            />
            <p className="soft small">{t('equipmentFigures.about')}</p>
          </Stack>
        )}
      </Block>
    </Sheet>
  );

  function outcomes(found: Outcomes): [string, string][] {
    const { settled, followed, followedShare, firstDevices, medianWaitDays } = found;
    const n = format.number(followed);
    return [
      [
        t('equipmentFigures.followed'),
        followedShare === null
          ? t('equipmentFigures.tooEarly')
          : t('equipmentFigures.of', { n, base: format.number(settled), share: format.share(followedShare) }),
      ],
      [
        t('equipmentFigures.wait'),
        medianWaitDays === null
          ? t('equipmentFigures.nobody')
          : t('equipmentFigures.days', { days: medianWaitDays, people: firstDevices }),
      ],
    ];
  }
}

interface Outcomes {
  readonly settled: number;
  readonly followed: number;
  readonly followedShare: number | null;
  readonly firstDevices: number;
  readonly medianWaitDays: number | null;
}
