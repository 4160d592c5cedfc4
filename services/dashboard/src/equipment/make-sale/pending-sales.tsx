import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { useLanguage } from '../../i18n/language.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Notice, Row, Sheet, Stack } from '../../ui/layout.js';
import { ReceiptPaper } from '../../ui/paper.js';
import { costOf, keyOfLine, totalOf } from './cart.js';
import type { PendingSale, SavedSale } from './kept-sale.js';

/** Sales that wait on this device, what became of those that went, and what others left: nothing is lost without a word. */
export function PendingSales(props: {
  readonly waiting: readonly PendingSale[];
  readonly others: number;
  readonly sent: readonly SavedSale[];
  readonly onTryAgain: (key: string) => void;
}) {
  const t = useWords();
  const { waiting, others, sent } = props;
  const unsent = waiting.filter(({ stuck, refusals }) => !stuck && !refusals?.some(({ kind }) => kind === 'bug'));
  const made = sent.filter(({ sale }) => sale !== null).length;
  const unsettled = sent.length - made;
  return (
    <>
      <div role="status">
        {unsent.length > 0 ? <Notice>{t('keptSale.waiting', { count: unsent.length })}</Notice> : null}
        {unsent.length === 0 && made > 0 ? <Notice tone="good">{t('keptSale.sent', { count: made })}</Notice> : null}
        {unsent.length === 0 && unsettled > 0 ? (
          <Notice tone="care">{t('keptSale.unsettled', { count: unsettled })}</Notice>
        ) : null}
        {others > 0 ? <Notice tone="care">{t('keptSale.others', { count: others })}</Notice> : null}
      </div>
      {waiting.length > 0 ? (
        <Sheet title={t('keptSale.here')}>
          <Stack gap={12}>
            {waiting.map((sale) =>
              unsent.includes(sale) ? (
                <Waiting key={sale.key} sale={sale} />
              ) : (
                <Stuck key={sale.key} sale={sale} onTryAgain={props.onTryAgain} />
              ),
            )}
          </Stack>
        </Sheet>
      ) : null}
    </>
  );
}

/** It has no number yet; what the person takes home says so. */
function Waiting({ sale: { input } }: { readonly sale: PendingSale }) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const [printing, setPrinting] = useState(false);
  const print = () => {
    setPrinting(true);
    // The sheet is drawn first.
    setTimeout(() => {
      window.print();
      setPrinting(false);
    });
  };
  return (
    <Row apart>
      <Said input={input} />
      <Row gap={8}>
        <Chip tone="note">{t('keptSale.kept')}</Chip>
        <Button size="compact-md" variant="default" onClick={print}>
          {t('keptSale.print')}
        </Button>
      </Row>
      {printing ? (
        <ReceiptPaper
          size="receipt-80mm"
          head={['Passerelle', names.of(input.branch ?? '')]}
          number={t('keptSale.provisional')}
          lines={input.cart.map((line) => ({ label: line.label, amount: format.money(costOf(line)) }))}
          total={{ label: t('till.total'), amount: format.money(totalOf(input.cart)) }}
          foot={[format.moment(input.occurredAt)]}
        />
      ) : null}
    </Row>
  );
}

function Stuck({ sale, onTryAgain }: { readonly sale: PendingSale; readonly onTryAgain: (key: string) => void }) {
  const t = useWords();
  const { language } = useLanguage();
  const format = useFormat();
  return (
    <Notice tone="wrong" title={<Said input={sale.input} />}>
      {sale.refusals?.map((refusal) => (
        <p key={`${refusal.code} ${refusal.field ?? ''}`}>
          {refusal[language]} {refusal.correlationId ? <code>{refusal.correlationId}</code> : null}
        </p>
      ))}
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('keptSale.tryAgainAt', { time: format.time(sale.input.occurredAt) })}
        onClick={() => onTryAgain(sale.key)}
      >
        {t('keptSale.tryAgain')}
      </Button>
    </Notice>
  );
}

function Said({ input }: { readonly input: PendingSale['input'] }) {
  const t = useWords();
  const format = useFormat();
  const what = input.cart
    .map((line) => (line.kind === 'ARTICLE' ? `${line.quantity} × ${line.label}` : keyOfLine(line)))
    .join(', ');
  const at = `${format.day(input.occurredAt)}, ${format.time(input.occurredAt)}`;
  return <span>{t('keptSale.line', { at, what, amount: format.money(totalOf(input.cart)) })}</span>;
}
