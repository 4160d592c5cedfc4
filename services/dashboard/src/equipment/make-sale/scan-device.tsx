import { Button, TextInput } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row, Stack } from '../../ui/layout.js';
import type { CartLine } from './cart.js';
import type { Knowledge, Price, ReadyDevice } from './till-knowledge.js';

/** In the file that comes right after the bill, while there is a network. */
const FromMemory = lazy(async () => ({ default: (await import('./beside-till.js')).FromMemory }));

const LOOK = graphql(`
  query LookUpTag($tag: String!) {
    deviceByTag(tag: $tag) {
      tag
      device {
        id
        tag
        type
        grade
        state
        price {
          cents
          marketCents
          from
        }
      }
      elsewhere {
        branch
        state
      }
    }
  }
`);
/** The form of every tag of the network. */
const TAG = /^[A-Z]{2}[A-Z]{2}\d{2}-\d{4}$/;
type Found = NonNullable<ResultOf<typeof LOOK>['deviceByTag']>;

/** Whoever stands at the till waits no longer than this for an answer before it is taken from memory. */
const PATIENCE_MS = 4_000;

/** The field a scanner types into. What can be sold goes onto the bill at once; what cannot says why. */
export function ScanDevice(props: {
  readonly brought: string;
  readonly onFound: (line: CartLine) => void;
  /** What the till sells from while the network is cut; undefined until it was looked up. */
  readonly knowledge: Knowledge | undefined;
  /** Whether a sale that waits on this device has it. */
  readonly soldHere: (tag: string) => boolean;
}) {
  const t = useWords();
  const label = useLabel();
  const { newId } = useEnvironment();
  const look = useCommand(LOOK);
  const [tag, setTag] = useState(props.brought);
  const [found, setFound] = useState<Found>();
  const [unsure, setUnsure] = useState<{ tag: string; remembered: ReadyDevice | undefined }>();
  const field = useRef<HTMLInputElement>(null);
  // The answer belongs to the bill as it stands when it comes, not as it stood when it was asked for.
  const onFound = useRef(props.onFound);
  onFound.current = props.onFound;
  const search = async (wanted: string) => {
    if (wanted === '') return;
    setFound(undefined);
    setUnsure(undefined);
    const answer = navigator.onLine
      ? await Promise.race([look.send({ tag: wanted }, newId()), patience()])
      : await look.send({ tag: wanted }, newId());
    const lookedUp = answer?.deviceByTag;
    if (!lookedUp) return fromMemory(wanted.toUpperCase());
    setFound(lookedUp);
    const { device } = lookedUp;
    if (device?.state !== 'READY' || !device.price) return;
    add(device.tag, device.type, device.grade, device.price.cents);
  };
  const fromMemory = (wanted: string) => {
    if (!TAG.test(wanted)) return;
    const remembered = props.knowledge?.devices.get(wanted);
    setUnsure({ tag: wanted, remembered });
    if (remembered?.price && !props.soldHere(wanted))
      add(wanted, remembered.type, remembered.grade, remembered.price.cents);
  };
  const add = (known: string, type: Price['type'], grade: ReadyDevice['grade'], cents: number) => {
    const what = t('till.device', { type: label('EquipmentType', type), grade: grade ?? '–' });
    onFound.current({ kind: 'DEVICE', tag: known, label: `${known} · ${what}`, cents });
    setTag('');
    field.current?.focus();
  };
  // A device's own page leads here with its tag: it is looked up once, when the till opens.
  const first = useRef(search);
  useEffect(() => void first.current(props.brought), [props.brought]);
  return (
    <Stack gap={12}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void search(tag.trim());
        }}
      >
        <Row gap={8} align="end">
          <TextInput
            flex="1 1 200px"
            ref={field}
            label={t('till.tag')}
            value={tag}
            onChange={(event) => setTag(event.currentTarget.value)}
            autoComplete="off"
            autoFocus
          />
          <Button type="submit" variant="default">
            {t('till.look')}
          </Button>
        </Row>
      </form>
      {unsure ? (
        <Suspense fallback={null}>
          <FromMemory
            key={unsure.tag}
            {...unsure}
            prices={props.knowledge?.prices ?? []}
            soldHere={props.soldHere(unsure.tag)}
            onAdd={({ type, grade, cents }) => {
              add(unsure.tag, type, grade, cents);
              setUnsure(undefined);
            }}
          />
        </Suspense>
      ) : (
        <RefusalSummary refusals={look.refusals} />
      )}
      {found ? <LookedUp found={found} /> : null}
    </Stack>
  );
}

/** Its price with the reason for it, or why it is not for sale. */
function LookedUp({ found }: { readonly found: Found }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const names = useBranchName();
  const { device, elsewhere } = found;
  if (device?.state === 'READY' && device.price) {
    const { cents, marketCents, from } = device.price;
    return (
      <p role="status">
        <strong className="amount till">{format.money(cents)}</strong>{' '}
        <span className="soft">
          {t('till.price', {
            day: format.day(`${from}T12:00:00Z`, 'short'),
            market: marketCents === null ? '–' : format.money(marketCents),
          })}
        </span>
      </p>
    );
  }
  const why = device
    ? device.state === 'READY'
      ? t('till.noPrice')
      : t('till.notReady', { state: label('EquipmentState', device.state) })
    : elsewhere
      ? t('till.elsewhere', { city: names.of(elsewhere.branch) })
      : t('till.unknown');
  return (
    <div role="status">
      <Notice tone="care" title={found.tag}>
        {why}
      </Notice>
    </div>
  );
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
}
