import { PageLink } from '../../app/page-link.js';
import { useWords } from '../../i18n/words.js';
import { Facts, Sheet } from '../../ui/layout.js';
import type { Device } from './device-query.js';

/** The gift a device came in; nothing when it came otherwise. */
export function DeviceOrigin({ lot }: { readonly lot: Device['lot'] }) {
  const t = useWords();
  if (!lot) return null;
  const donor = lot.donation?.donor;
  return (
    <Sheet title={t('passport.title')}>
      <Facts
        facts={[
          [
            t('passport.lot'),
            <PageLink key="lot" href={`/lots/${lot.id}`}>
              {lot.code}
            </PageLink>,
          ],
          ...(donor?.name
            ? [
                [
                  t('passport.donor'),
                  <PageLink key="donor" href={`/donors/${donor.id}`}>
                    {donor.name}
                  </PageLink>,
                ] as const,
              ]
            : []),
        ]}
      />
    </Sheet>
  );
}
