import { Button } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Block } from '../../app/block.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { Row, Stack } from '../../ui/layout.js';
import { CANDIDATES, HELPER_NAMES, INVITE, OF_SHIFTS, RECORD, type ShiftShown } from './shift-query.js';

/** Wanted now and then: it comes with its fields. */
const MoveShift = lazy(async () => ({ default: (await import('../move-shift/move-shift.js')).MoveShift }));

interface Props {
  readonly shift: ShiftShown;
  readonly branch: string | null;
  readonly onCancel: (key: string) => void;
}

/** For whoever plans: who comes by name, whom to ask where somebody is missing, and who was there once it has begun. */
export function ShiftTeam({ shift, branch, onCancel }: Props) {
  const t = useWords();
  const label = useLabel();
  const { now, newId } = useEnvironment();
  const names = useNames(branch);
  const record = useCommand(RECORD, { touches: OF_SHIFTS });
  const begun = new Date(shift.startsAt) <= now();
  const length = Math.round((Date.parse(shift.endsAt) - Date.parse(shift.startsAt)) / 60_000);
  const missing = shift.needed - shift.taken;
  const [search] = useSearch();
  const led = search['move'] === shift.id;
  const [moving, setMoving] = useState(led);
  return (
    <Stack gap={8}>
      <RefusalSummary refusals={record.refusals} />
      <ul className="plain">
        {(shift.duties ?? []).map(({ id, state, minutes, memberId }) => (
          <li key={id}>
            <Row gap={8}>
              <span>
                {names.get(memberId ?? '') ?? t('shifts.member')}, {label('DutyState', state)}
                {minutes > 0 ? ` · ${t('shifts.minutes', { minutes })}` : ''}
              </span>
              {begun && state === 'TAKEN' ? (
                <>
                  <Button
                    size="compact-md"
                    variant="default"
                    onClick={() => void record.send({ input: { dutyId: id, minutes: length } }, newId())}
                  >
                    {t('shifts.worked')}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="subtle"
                    onClick={() => void record.send({ input: { dutyId: id, minutes: 0 } }, newId())}
                  >
                    {t('shifts.missed')}
                  </Button>
                </>
              ) : null}
            </Row>
          </li>
        ))}
      </ul>
      {begun ? null : (
        <Row gap={8}>
          {missing > 0 ? (
            <Ask shiftId={shift.id} led={search['ask'] === shift.id} missing={missing} names={names} />
          ) : null}
          <Button size="compact-md" variant="default" aria-expanded={moving} onClick={() => setMoving(!moving)}>
            {t('shifts.move')}
          </Button>
          <Button size="compact-md" variant="subtle" onClick={() => onCancel(newId())}>
            {t('shifts.cancel')}
          </Button>
        </Row>
      )}
      {moving && !begun ? (
        <Suspense fallback={null}>
          <MoveShift shift={shift} to={led ? search['at'] : undefined} onMoved={() => setMoving(false)} />
        </Suspense>
      ) : null}
    </Stack>
  );
}

/** Somebody is missing: who could come, and one tap to ask them all. */
function Ask(props: {
  readonly shiftId: string;
  /** Somebody was led here to ask: it stands open, in sight. */
  readonly led: boolean;
  readonly missing: number;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useWords();
  const [asking, setAsking] = useState(props.led);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (props.led) button.current?.focus();
  }, [props.led]);
  return (
    <Stack gap={8}>
      <Row gap={8}>
        <strong>{t('shifts.missing', { count: props.missing })}</strong>
        <Button
          ref={button}
          size="compact-md"
          variant="default"
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          {t('shifts.invite')}
        </Button>
      </Row>
      {asking ? <Candidates shiftId={props.shiftId} names={props.names} /> : null}
    </Stack>
  );
}

function Candidates({ shiftId, names }: { readonly shiftId: string; readonly names: ReadonlyMap<string, string> }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const read = useRead(CANDIDATES, { shiftId });
  const invite = useCommand(INVITE, { touches: OF_SHIFTS });
  return (
    <Block read={read} at="shiftCandidates" doing={t('shifts.doing')} lines={1}>
      {({ shiftCandidates: free }) =>
        !free || free.length === 0 ? (
          <p className="soft">{t('shifts.noCandidate')}</p>
        ) : (
          <Stack gap={8}>
            <RefusalSummary refusals={invite.refusals} />
            <p>
              {t('shifts.candidates')}
              {'\u00a0: '}
              {free.map((id) => names.get(id) ?? t('shifts.member')).join(', ')}
            </p>
            <Button size="compact-md" onClick={() => void invite.send({ input: { shiftId } }, newId())}>
              {t('shifts.inviteAll', { count: free.length })}
            </Button>
          </Stack>
        )
      }
    </Block>
  );
}

/** Helpers’ names, from the one service that knows them. */
function useNames(branch: string | null): ReadonlyMap<string, string> {
  const read = useRead(HELPER_NAMES, { branch });
  return new Map((read.data?.helpers?.items ?? []).map(({ id, name }) => [id, name]));
}
