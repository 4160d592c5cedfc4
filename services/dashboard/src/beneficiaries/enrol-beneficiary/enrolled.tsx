import { Button, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row, Stack } from '../../ui/layout.js';
import { AppointmentCard } from '../../ui/paper.js';

const PickSession = lazy(async () => ({
  default: (await import('../../workshops/enrol-in-session/pick-session.js')).PickSession,
}));

/**
 * What was done, the way to the record, to a session and to the till, and a card for whoever has neither mail nor phone. The day on the card is the one
 * agreed on at the desk: it is written on paper only, since an appointment is not a session.
 */
export function Enrolled(props: { readonly id: string; readonly reads: boolean; readonly tracked: boolean }) {
  const { id, reads } = props;
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const names = useBranchName();
  const identity = useIdentity();
  const [picking, setPicking] = useState(false);
  const [when, setWhen] = useState('');
  return (
    <Notice tone="good" title={t('people.saved')}>
      <Stack gap={12}>
        <Row>
          {props.tracked && allowed(identity, 'EnrolInSession') ? (
            <Button variant="default" onClick={() => setPicking(true)}>
              {t('people.toSession')}
            </Button>
          ) : null}
          {reads ? <PageLink href={`/people/${id}`}>{t('people.open')}</PageLink> : null}
          {allowed(identity, 'Sell') ? <PageLink href={`/till?person=${id}`}>{t('people.toTill')}</PageLink> : null}
        </Row>
        <Suspense fallback={null}>
          {picking ? <PickSession beneficiaryId={id} onClose={() => setPicking(false)} /> : null}
        </Suspense>
        <Row>
          <TextInput
            label={t('people.cardWhen')}
            type="datetime-local"
            value={when}
            onChange={(event) => setWhen(event.currentTarget.value)}
          />
          {when ? (
            <Button variant="default" onClick={() => window.print()}>
              {t('people.card')}
            </Button>
          ) : null}
        </Row>
      </Stack>
      {when ? (
        <AppointmentCard
          title={t('people.cardTitle')}
          when={`${format.day(new Date(when))}, ${format.hour(new Date(when))}`}
          place={names.of(one ?? '')}
          lines={[t('people.cardHelp')]}
        />
      ) : null}
    </Notice>
  );
}
