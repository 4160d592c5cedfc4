import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { PLACE, type PlaceShown } from '../place-fields.js';

const RETIRE = graphql(`
  mutation RetirePlace($input: RetirePlaceInput!) {
    retirePlace(input: $input) {
      id
    }
  }
`);

/** Takes a place out of the directory, with its reason; what happened there stays counted. */
export function RetirePlace({ place }: { readonly place: PlaceShown }) {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  const retire = useCommand(RETIRE, { touches: [keyOf(PLACE), ['read', 'Places']] });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('place.retire')}
      </Button>
      <ReasonDialog
        opened={asking}
        title={t('place.retire')}
        consequence={t('place.retireWhat')}
        confirm={t('place.retire')}
        refusals={retire.refusals}
        sending={retire.sending}
        onConfirm={(reason, key) => {
          const input = { placeId: place.id, reason, expectedVersion: place.version };
          void retire.send({ input }, key).then((done) => done && setAsking(false));
        }}
        onClose={() => {
          retire.forget();
          setAsking(false);
        }}
      />
    </>
  );
}
