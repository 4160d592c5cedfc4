import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
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
type Found = NonNullable<ResultOf<typeof LOOK>['deviceByTag']>;

/** The field a scanner types into. What can be sold goes onto the bill at once; what cannot says why. */
export function ScanDevice(props: { readonly brought: string; readonly onFound: (line: CartLine) => void }) {
  const t = useWords();
  const label = useLabel();
  const { newId } = useEnvironment();
  const look = useCommand(LOOK);
  const [tag, setTag] = useState(props.brought);
  const [found, setFound] = useState<Found>();
  const field = useRef<HTMLInputElement>(null);
  // The answer belongs to the bill as it stands when it comes, not as it stood when it was asked for.
  const onFound = useRef(props.onFound);
  onFound.current = props.onFound;
  const search = async (wanted: string) => {
    if (wanted === '') return;
    setFound(undefined);
    const answer = await look.send({ tag: wanted }, newId());
    const lookedUp = answer?.deviceByTag;
    if (!lookedUp) return;
    setFound(lookedUp);
    const { device } = lookedUp;
    if (device?.state !== 'READY' || !device.price) return;
    const what = t('till.device', { type: label('EquipmentType', device.type), grade: device.grade ?? '–' });
    onFound.current({
      kind: 'DEVICE',
      tag: device.tag,
      label: `${device.tag} · ${what}`,
      cents: device.price.cents,
    });
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
      <RefusalSummary refusals={look.refusals} />
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
