import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { allowed, seesNetwork } from '../../app/claims.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import { PlaceLanguage } from '../../i18n/place-language.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Stack, TwoBanks } from '../../ui/layout.js';
import { Loading } from '../../ui/states.js';
import { ALL_FIELDS, PLACE, type PlaceShown } from '../place-fields.js';
import { PlaceFacts } from './place-facts.js';
import { RecordSheet } from './record-sheet.js';

/** The form comes when somebody changes the place: most visits only read. */
const RevisePlace = lazy(async () => ({ default: (await import('../revise-place/revise-place.js')).RevisePlace }));

/** One place of the directory: what is known of it, what is missing, and changing it for whoever keeps it. */
export function Page() {
  return (
    <PlaceLanguage>
      <Show />
    </PlaceLanguage>
  );
}

function Show() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(PLACE, { id });
  return (
    <RecordPage
      read={read}
      at="place"
      title={t('page.place')}
      doing={t('place.doing')}
      unknown={t('place.unknown')}
      lines={8}
      record={({ place }) => place}
    >
      {(place) => <PlaceView key={place.id} place={place} onReadAgain={read.again} />}
    </RecordPage>
  );
}

function PlaceView({ place, onReadAgain }: { readonly place: PlaceShown; readonly onReadAgain: () => void }) {
  const t = useWords();
  const format = useFormat();
  const identity = useIdentity();
  const keeps = seesNetwork(identity) || (place.branch !== null && identity.branches.includes(place.branch.code));
  const edits = allowed(identity, 'EditPlaces') && keeps && !place.retired;
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState(false);
  return (
    <Stack gap={24}>
      <PageHead
        title={place.name}
        context={
          <>
            {place.address}, {place.postcode} {place.commune} {place.retired ? <Chip>{t('place.retired')}</Chip> : null}
          </>
        }
        action={edits && !changing ? <Button onClick={() => setChanging(true)}>{t('place.change')}</Button> : undefined}
      />
      {saved ? (
        <UndoRow onDone={() => setSaved(false)}>
          {t('place.saved', { filled: format.number(place.filledFields), all: ALL_FIELDS })}
        </UndoRow>
      ) : null}
      {changing ? (
        <Suspense fallback={<Loading lines={8} />}>
          <RevisePlace
            place={place}
            onReadAgain={onReadAgain}
            onDone={(done) => {
              setSaved(done);
              setChanging(false);
            }}
          />
        </Suspense>
      ) : (
        <TwoBanks is={<PlaceFacts place={place} />} todo={<RecordSheet place={place} edits={edits} />} />
      )}
    </Stack>
  );
}
