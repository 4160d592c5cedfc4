import type { MessageId } from '../../i18n/fr.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet } from '../../ui/layout.js';
import type { Device } from './device-query.js';

/** What was measured on the device; nothing when nothing was. */
export function DeviceFacts({ device }: { readonly device: Device }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const known = (name: string, value: string | number | null, unit?: MessageId) => {
    if (value === null) return [];
    const text = typeof value === 'number' ? format.number(value) : value;
    return [[name, unit ? t(unit, { value: text }) : text] as const];
  };
  const facts = [
    ...known(t('devices.ramKnown'), device.ramGb, 'devices.gigabytes'),
    ...known(t('devices.storageKnown'), device.storageGb, 'devices.gigabytes'),
    ...known(t('devices.storageKind'), device.storageKind && label('StorageKind', device.storageKind)),
    ...known(t('devices.cpu'), device.cpuMark),
    ...known(t('devices.os'), device.os),
    ...known(t('devices.batteryKnown'), device.batteryPercent, 'devices.percent'),
    ...known(t('devices.serial'), device.serial),
    ...known(t('devices.imei'), device.imei),
    ...known(t('devices.notes'), device.notes),
  ];
  if (facts.length === 0) return null;
  return (
    <Sheet title={t('devices.specs')}>
      <Facts facts={facts} />
    </Sheet>
  );
}
