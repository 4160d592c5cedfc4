import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import { AfterSalesLanguage } from '../../i18n/after-sales-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row, Sheet, Stack } from '../../ui/layout.js';
import { DEVICE_TICKETS, type Ticket, type TicketedDevice } from '../after-sales-query.js';

const OpenTicket = lazy(async () => ({ default: (await import('./open-after-sales-ticket.js')).OpenAfterSalesTicket }));
const CloseTicket = lazy(async () => ({
  default: (await import('../close-after-sales-ticket/close-after-sales-ticket.js')).CloseAfterSalesTicket,
}));
const Exchange = lazy(async () => ({
  default: (await import('../exchange-device/exchange-device.js')).ExchangeDevice,
}));

/** What went wrong with a device since it was sold, and what may be done about it. */
export function ShowTickets({ tag }: { readonly tag: string }) {
  return (
    <AfterSalesLanguage>
      <Tickets tag={tag} />
    </AfterSalesLanguage>
  );
}

function Tickets({ tag }: { readonly tag: string }) {
  const t = useWords();
  const read = useRead(DEVICE_TICKETS, { tag });
  return (
    <Sheet title={t('afterSales.title')}>
      <Block read={read} at="deviceByTag" doing={t('afterSales.doing')} lines={2}>
        {({ deviceByTag }) => (deviceByTag?.device ? <Acts device={deviceByTag.device} /> : null)}
      </Block>
    </Sheet>
  );
}

/** States in which a buyer has the device, or brought it in. */
const BOUGHT: readonly TicketedDevice['state'][] = ['DISTRIBUTED', 'AFTER_SALES', 'RETURNED'];

function Acts({ device }: { readonly device: TicketedDevice }) {
  const t = useWords();
  const [doing, setDoing] = useState<'open' | 'home' | 'exchange' | null>(null);
  const corrects = allowed(useIdentity(), 'CorrectSales');
  const open = device.afterSalesTickets.find(({ outcome }) => outcome === null);
  const past = device.afterSalesTickets.filter(({ outcome }) => outcome !== null);
  const close = () => setDoing(null);
  return (
    <Stack gap={12}>
      {open ? (
        <>
          <OpenOne ticket={open} />
          <Row>
            <Button variant="default" onClick={() => setDoing('home')}>
              {t('afterSales.home')}
            </Button>
            {corrects && open.underWarranty ? (
              <Button variant="default" onClick={() => setDoing('exchange')}>
                {t('afterSales.exchange')}
              </Button>
            ) : null}
          </Row>
          {corrects ? <PageLink href={`/sales/${open.saleId}`}>{t('afterSales.sale')}</PageLink> : null}
        </>
      ) : null}
      {!open && BOUGHT.includes(device.state) ? (
        <Button variant="default" onClick={() => setDoing('open')}>
          {t('afterSales.open')}
        </Button>
      ) : null}
      {past.map((ticket) => (
        <PastOne key={ticket.id} ticket={ticket} />
      ))}
      <Suspense fallback={null}>
        {doing === 'open' ? <OpenTicket deviceId={device.id} onClose={close} /> : null}
        {doing === 'home' && open ? <CloseTicket id={open.id} onClose={close} /> : null}
        {doing === 'exchange' && open ? <Exchange id={open.id} onClose={close} /> : null}
      </Suspense>
    </Stack>
  );
}

function OpenOne({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords();
  const format = useFormat();
  const day = format.day(`${ticket.warrantyUntil}T12:00:00Z`);
  return (
    <>
      <p>{ticket.fault}</p>
      {ticket.underWarranty ? (
        <p className="soft">{t('afterSales.under', { day })}</p>
      ) : (
        <Notice tone="care">{t('afterSales.over', { day })}</Notice>
      )}
    </>
  );
}

function PastOne({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { outcome, note, fault, replacementTag } = ticket;
  const said = [fault, note, replacementTag ? t('afterSales.replacement', { tag: replacementTag }) : null];
  return (
    <p>
      <span className="soft small">{format.day(ticket.openedAt, 'short')}</span>{' '}
      {label('AfterSalesOutcome', outcome ?? '')}
      {said.filter(Boolean).map((part) => ` · ${part}`)}
    </p>
  );
}
