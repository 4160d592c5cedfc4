import { useBranchName } from '../../app/branch-names.js';
import { ExportList } from '../../app/export/export-list.js';
import type { ListColumn } from '../../app/export/list-file.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { DEVICES, type DeviceChoice, type DeviceListed } from '../device-list-query.js';

/** The stock as it is filtered, as a file. */
export function ExportDevices({ choice, branch }: { readonly choice: DeviceChoice; readonly branch: string }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const names = useBranchName();
  const filter = (name: string, value: string) => `${t('ui.table.label', { label: name })} ${value}`;
  const columns: readonly ListColumn<DeviceListed>[] = [
    { label: t('devices.tag'), means: 'tag', value: ({ tag }) => tag },
    { label: t('devices.type'), means: 'deviceType', value: ({ type }) => label('EquipmentType', type) },
    { label: t('devices.grade'), means: 'grade', value: ({ grade }) => grade && label('Grade', grade) },
    { label: t('devices.state'), means: 'deviceState', value: ({ state }) => label('EquipmentState', state) },
    { label: t('devices.since'), means: 'stateSince', value: ({ stateSince }) => format.localDate(stateSince) },
    { label: t('tariff.price'), means: 'price', value: ({ price }) => price && price.cents / 100 },
  ];
  return (
    <ExportList
      document={DEVICES}
      variables={choice}
      pageOf={({ devices }) => devices}
      columns={columns}
      file={`stock-${branch}`}
      head={{
        title: t('page.devices'),
        scope: names.of(branch),
        filters: [
          ...(choice.states ?? []).map((state) => filter(t('devices.state'), label('EquipmentState', state))),
          ...(choice.types ?? []).map((type) => filter(t('devices.type'), label('EquipmentType', type))),
        ],
        states: (choice.states ?? []).map((state) => [label('EquipmentState', state), state] as const),
      }}
    />
  );
}
