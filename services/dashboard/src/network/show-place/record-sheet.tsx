import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Notice, Sheet, Stack } from '../../ui/layout.js';
import { Filled } from '../filled.js';
import type { PlaceShown } from '../place-fields.js';
import { RetirePlace } from '../retire-place/retire-place.js';

/** How complete the record is, where it comes from, and taking the place out of the directory. */
export function RecordSheet({ place, edits }: { readonly place: PlaceShown; readonly edits: boolean }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const { latitude, longitude } = place;
  const gaps = place.gaps.map((gap) => label('PlaceGap', gap)).join(', ');
  return (
    <Sheet title={t('place.record')}>
      <Stack>
        <Filled count={place.filledFields} />
        <Notice tone={gaps ? 'care' : 'good'}>{gaps ? t('place.missing', { gaps }) : t('place.noGap')}</Notice>
        <Facts
          facts={[
            [t('place.keptBy'), place.branch?.city ?? t('place.network')],
            [label('PlaceColumn', 'source'), place.source],
            [label('PlaceColumn', 'id'), place.externalId],
            [label('PlaceColumn', 'date_maj'), format.day(`${place.updatedOn}T12:00:00Z`, 'short')],
          ]}
        />
        {latitude !== null && longitude !== null ? (
          <a
            href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
            rel="noreferrer"
            target="_blank"
          >
            {t('place.map')}
          </a>
        ) : null}
        {edits ? <RetirePlace place={place} /> : null}
      </Stack>
    </Sheet>
  );
}
