import { PageLink } from '../app/page-link.js';
import { useLabel } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import type { Column } from '../ui/data-table.js';
import type { DeviceListed } from './device-list-query.js';

type Named = Pick<DeviceListed, 'tag' | 'type' | 'grade'>;

/** What every list of devices begins with: the tag that leads to the device, what it is and how good. */
export function useDeviceColumns(): readonly Column<Named>[] {
  const t = useWords();
  const label = useLabel();
  return [
    {
      id: 'tag',
      label: t('devices.tag'),
      phone: 'title',
      cell: ({ tag }) => (
        <PageLink href={`/devices/${tag}`}>
          <code>{tag}</code>
        </PageLink>
      ),
    },
    { id: 'type', label: t('devices.type'), cell: ({ type }) => label('EquipmentType', type) },
    { id: 'grade', label: t('devices.grade'), cell: ({ grade }) => (grade ? label('Grade', grade) : '–') },
  ];
}
