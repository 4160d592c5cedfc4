import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { useEntry } from '../../ui/use-entry.js';
import { PLACE, type PlaceShown } from '../place-fields.js';
import { PlaceForm } from '../place-form.js';
import { changesOf, type PlaceTyped, typedOf } from '../place-typed.js';
import { TwoVersions } from './two-versions.js';

const REVISE = graphql(`
  mutation RevisePlace($input: RevisePlaceInput!) {
    revisePlace(input: $input) {
      id
      version
    }
  }
`);

/**
 * Changes a place from the version that was opened. When somebody else was quicker nothing is written: their version
 * stands beside what was typed, and the person decides.
 */
export function RevisePlace(props: {
  readonly place: PlaceShown;
  readonly onReadAgain: () => void;
  readonly onDone: (saved: boolean) => void;
}) {
  const t = useWords();
  const { place } = props;
  // What the form began with; the page reads on in the meantime, the form does not move under the hands.
  const [opened, setOpened] = useState(place);
  const base = typedOf(opened);
  const entry = useEntry<PlaceTyped>(base);
  useUnsavedGuard(entry.touched);
  const revise = useCommand(REVISE, { touches: [keyOf(PLACE), ['read', 'Places']] });
  const overtaken = revise.refusals.some(({ code }) => code === 'CHANGED_MEANWHILE');
  const newer = overtaken && place.version !== opened.version ? place : undefined;
  const save = async () => {
    const changes = changesOf(base, entry.values);
    if (Object.keys(changes).length === 0) return props.onDone(false);
    const input = { ...changes, placeId: place.id, expectedVersion: (newer ?? opened).version };
    if (await revise.send({ input: input as never }, `${entry.idempotencyKey}:${input.expectedVersion}`)) {
      entry.renew(entry.values);
      props.onDone(true);
    } else props.onReadAgain();
  };
  const take = (version: PlaceShown) => {
    setOpened(version);
    entry.renew(typedOf(version));
    revise.forget();
  };
  return (
    <PlaceForm
      label={t('place.change')}
      typed={entry.values}
      set={entry.set}
      refusals={revise.refusals}
      sending={revise.sending}
      onSend={() => void save()}
      onCancel={() => {
        if (!entry.touched || window.confirm(t('app.unsaved'))) props.onDone(false);
      }}
      before={newer ? <TwoVersions base={base} there={newer} typed={entry.values} onTake={() => take(newer)} /> : null}
    />
  );
}
