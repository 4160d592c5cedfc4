import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Row, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { SESSIONS } from '../list-sessions/sessions-table.js';
import { ENROL } from '../show-session/session-query.js';

const SHOWN = 12;

/** The next sessions with a seat left, to give one to a person. */
export function PickSession({
  beneficiaryId,
  onClose,
}: {
  readonly beneficiaryId: string;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const format = useFormat();
  const { now, newId } = useEnvironment();
  const { one } = useScope();
  // The list as of when the dialog opened.
  const [from] = useState(() => now().toISOString());
  const read = useRead(SESSIONS, { branch: one ?? null, from, until: null });
  const enrol = useCommand(ENROL, {
    touches: [
      ['read', 'Person'],
      ['read', 'Sessions'],
      ['read', 'Session'],
    ],
  });
  const take = async (sessionId: string) => {
    if (await enrol.send({ input: { sessionId, beneficiaryId } }, newId())) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.toSession')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      centered
    >
      <RefusalSummary refusals={enrol.refusals} />
      <Block read={read} at="sessions" doing={t('session.doing')}>
        {({ sessions }) => {
          const open = (sessions?.items ?? []).filter(
            ({ state, seats, seatsTaken, seatsHeld }) => state === 'SCHEDULED' && seatsTaken + seatsHeld < seats,
          );
          if (open.length === 0) return <Empty reason="nothing-yet">{t('session.noneOpen')}</Empty>;
          return (
            <Stack gap={12}>
              {open.slice(0, SHOWN).map((session) => (
                <Row key={session.id} apart>
                  <span>
                    {session.title}
                    <br />
                    <span className="soft small">
                      {format.day(session.startsAt, 'weekday')}, {format.time(session.startsAt)} ·{' '}
                      {t('session.seatsLeft', { count: session.seats - session.seatsTaken - session.seatsHeld })}
                    </span>
                  </span>
                  <Button
                    variant="default"
                    aria-disabled={enrol.sending || undefined}
                    aria-label={t('session.addTo', {
                      title: session.title,
                      day: format.day(session.startsAt, 'weekday'),
                    })}
                    onClick={() => void take(session.id)}
                  >
                    {t('session.add')}
                  </Button>
                </Row>
              ))}
            </Stack>
          );
        }}
      </Block>
    </Modal>
  );
}
