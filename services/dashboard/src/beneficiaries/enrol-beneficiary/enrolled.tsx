import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { PageLink } from '../../app/page-link.js';
import { useScope } from '../../app/scope.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row, Stack } from '../../ui/layout.js';
import { AppointmentCard } from '../../ui/paper.js';

/**
 * What was done, the way to the record, and a card for whoever has neither mail nor phone. The day on the card is the one
 * agreed on at the desk: it is written on paper only, since an appointment is not a session.
 */
export function Enrolled({ id, reads }: { readonly id: string; readonly reads: boolean }) {
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const names = useBranchName();
  const [when, setWhen] = useState('');
  return (
    <Notice tone="good" title={t('people.saved')}>
      <Stack gap={12}>
        {reads ? <PageLink href={`/people/${id}`}>{t('people.open')}</PageLink> : null}
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
