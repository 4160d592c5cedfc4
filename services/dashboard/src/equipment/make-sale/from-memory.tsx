import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row } from '../../ui/layout.js';
import type { Price, ReadyDevice } from './till-knowledge.js';

/** A device that could not be looked up: at the price last known, or by the type and grade that the seller reads on it. */
export function ChooseFromMemory(props: {
  readonly tag: string;
  readonly remembered: ReadyDevice | undefined;
  readonly prices: readonly Price[];
  readonly soldHere: boolean;
  readonly onAdd: (price: Price) => void;
}) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const [chosen, setChosen] = useState('0');
  const { remembered, prices } = props;
  if (props.soldHere) return <Said tone="care">{t('keptSale.already')}</Said>;
  if (remembered?.price) return <Said tone="note">{t('keptSale.fromMemory')}</Said>;
  const price = prices[Number(chosen)];
  return (
    <Said tone="care" title={props.tag}>
      <p>{t('keptSale.unknown')}</p>
      {price ? (
        <Row gap={8} align="end">
          <NativeSelect
            label={t('keptSale.which')}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={prices.map(({ type, grade, cents }, index) => ({
              value: String(index),
              label: `${t('till.device', { type: label('EquipmentType', type), grade })} · ${format.money(cents)}`,
            }))}
          />
          <Button variant="default" onClick={() => props.onAdd(price)}>
            {t('keptSale.add')}
          </Button>
        </Row>
      ) : null}
    </Said>
  );
}

function Said(props: { readonly tone: 'care' | 'note'; readonly title?: string; readonly children: ReactNode }) {
  return (
    <div role="status">
      <Notice tone={props.tone} {...(props.title ? { title: props.title } : {})}>
        {props.children}
      </Notice>
    </div>
  );
}
