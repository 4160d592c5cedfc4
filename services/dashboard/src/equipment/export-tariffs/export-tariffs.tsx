import { ExportList } from '../../app/export/export-list.js';
import type { ListColumn } from '../../app/export/list-file.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { standing, TARIFFS, type Tariff } from '../tariff-query.js';

/** All tariffs of the network as a file. */
export function ExportTariffs({ today }: { readonly today: string }) {
  const t = useWords();
  const label = useLabel();
  const columns: readonly ListColumn<Tariff>[] = [
    { label: t('devices.type'), means: 'tariffType', value: ({ type }) => label('EquipmentType', type) },
    { label: t('devices.grade'), means: 'tariffGrade', value: ({ grade }) => label('Grade', grade) },
    { label: t('tariff.price'), means: 'tariffPrice', value: ({ cents }) => cents / 100 },
    {
      label: t('tariff.market'),
      means: 'tariffMarket',
      value: ({ marketCents }) => (marketCents === null ? null : marketCents / 100),
    },
    { label: t('tariff.from'), means: 'tariffFrom', value: ({ from }) => from },
    { label: t('tariff.until'), means: 'tariffUntil', value: ({ until }) => until },
    { label: t('tariff.state'), means: 'tariffState', value: (tariff) => t(standing(tariff, today)) },
  ];
  return (
    <ExportList
      document={TARIFFS}
      variables={{}}
      pageOf={({ tariffs }) => tariffs}
      columns={columns}
      file="tarifs"
      head={{
        title: t('tariff.list'),
        scope: t('top.network'),
        filters: [],
        states: [
          [t('tariff.coming'), 'TARIFF_COMING'],
          [t('tariff.inForce'), 'TARIFF_IN_FORCE'],
          [t('tariff.ended'), 'TARIFF_ENDED'],
        ],
      }}
    />
  );
}
