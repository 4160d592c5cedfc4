import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { KeepingLanguage } from '../../i18n/keeping-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { KEEPING_TOUCHES, KEPT, type KeptDevice } from '../keeping-query.js';

const RELEASE = graphql(`
  mutation ReleaseReservation($input: ReleaseReservationInput!) {
    releaseReservation(input: $input) {
      id
    }
  }
`);
const KeepDevice = lazy(async () => ({ default: (await import('./keep-device.js')).KeepDevice }));
const ReturnDevice = lazy(async () => ({ default: (await import('../lend-device/return-device.js')).ReturnDevice }));

/** For whom a device is kept or to whom it is lent, and what may be done about it. */
export function ShowKeeping({ tag }: { readonly tag: string }) {
  return (
    <KeepingLanguage>
      <Kept tag={tag} />
    </KeepingLanguage>
  );
}

function Kept({ tag }: { readonly tag: string }) {
  const t = useWords();
  const read = useRead(KEPT, { tag });
  return (
    <Sheet title={t('keeping.for')}>
      <Block read={read} at="deviceByTag" doing={t('keeping.doing')} lines={2}>
        {({ deviceByTag }) => (deviceByTag?.device ? <Acts device={deviceByTag.device} /> : null)}
      </Block>
    </Sheet>
  );
}

type Doing = 'reserve' | 'lend' | 'return';

function Acts({ device }: { readonly device: KeptDevice }) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const [doing, setDoing] = useState<Doing | null>(null);
  const release = useCommand(RELEASE, { touches: KEEPING_TOUCHES });
  const entry = useEntry({});
  const { reservation, loan } = device;
  const close = () => setDoing(null);
  const late = loan && loan.dueOn < format.localDate(now());
  return (
    <Stack gap={12}>
      <RefusalSummary refusals={release.refusals} />
      {reservation ? (
        <>
          <p>{t('keeping.reservedUntil', { day: format.day(reservation.expiresAt) })}</p>
          <Whose id={reservation.beneficiaryId} />
          <Button
            variant="default"
            onClick={() => void release.send({ input: { id: reservation.id } }, entry.idempotencyKey)}
          >
            {t('keeping.release')}
          </Button>
        </>
      ) : null}
      {loan ? (
        <>
          {late ? (
            <Notice tone="care">{t('keeping.lateSince', { day: format.day(`${loan.dueOn}T12:00:00Z`) })}</Notice>
          ) : (
            <p>{t('keeping.lentUntil', { day: format.day(`${loan.dueOn}T12:00:00Z`) })}</p>
          )}
          <Whose id={loan.beneficiaryId} />
          <Button variant="default" onClick={() => setDoing('return')}>
            {t('keeping.return')}
          </Button>
        </>
      ) : null}
      {device.state === 'READY' ? (
        <Row>
          <Button variant="default" onClick={() => setDoing('reserve')}>
            {t('keeping.reserve')}
          </Button>
          <Button variant="default" onClick={() => setDoing('lend')}>
            {t('keeping.lend')}
          </Button>
        </Row>
      ) : null}
      <Suspense fallback={null}>
        {doing === 'reserve' || doing === 'lend' ? <KeepDevice id={device.id} how={doing} onClose={close} /> : null}
        {doing === 'return' && loan ? <ReturnDevice id={loan.id} onClose={close} /> : null}
      </Suspense>
    </Stack>
  );
}

function Whose({ id }: { readonly id: string | null }) {
  const t = useWords();
  if (id === null) return <p className="soft">{t('keeping.erased')}</p>;
  return <PageLink href={`/people/${id}`}>{t('keeping.seePerson')}</PageLink>;
}
