import { Button, Checkbox } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { usePages } from '../../app/use-pages.js';
import { useSearch } from '../../app/use-search.js';
import { TeamLanguage } from '../../i18n/team-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { CANCEL, LEAVE, OF_SHIFTS, SHIFTS, type ShiftShown, TAKE } from './shift-query.js';

/** Of those who plan alone: they travel apart. */
const ScheduleShift = lazy(async () => ({
  default: (await import('../schedule-shift/schedule-shift.js')).ScheduleShift,
}));
const MyAvailability = lazy(async () => ({
  default: (await import('../set-availability/my-availability.js')).MyAvailability,
}));
const ShiftFeeds = lazy(async () => ({ default: (await import('../list-shift-feeds/shift-feeds.js')).ShiftFeeds }));
const SaveStatement = lazy(async () => ({
  default: (await import('../../network/show-helper-statement/save-statement.js')).SaveStatement,
}));
const Team = lazy(async () => ({ default: (await import('./shift-team.js')).ShiftTeam }));

const DAY_MS = 86_400_000;

/** The team’s shifts: who is wanted when, who comes, and one tap to come. */
export function Page() {
  return (
    <TeamLanguage>
      <Shifts />
    </TeamLanguage>
  );
}

function Shifts() {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const { now } = useEnvironment();
  const { one } = useScope();
  const plans = allowed(useIdentity(), 'PlanSessions');
  const [mine, setMine] = useState(false);
  const [search] = useSearch();
  // A day that somebody was led to comes first: the day before it is in, as it may have begun then by the clock of all zones.
  const led = Date.parse(`${search['from'] ?? ''}T00:00:00Z`);
  const start = Number.isNaN(led) ? Date.parse(`${format.localDate(now())}T00:00:00Z`) : led;
  const day = (days: number) => `${new Date(start + days * DAY_MS).toISOString().slice(0, 10)}T00:00:00Z`;
  const wanted = { branch: one ?? null, from: day(Number.isNaN(led) ? -7 : -1), until: day(14), mine, plans };
  const read = usePages(SHIFTS, wanted, ({ shifts }) => shifts);
  useLive([read.key], ['*']);
  const take = useCommand(TAKE, { touches: OF_SHIFTS });
  const leave = useCommand(LEAVE, { touches: OF_SHIFTS });
  const cancel = useCommand(CANCEL, { touches: OF_SHIFTS });
  const when = ({ startsAt, endsAt }: ShiftShown) =>
    `${format.day(startsAt, 'weekday')}, ${format.time(startsAt)} – ${format.time(endsAt)}`;
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.shifts')}
        context={t('shifts.context')}
        aside={
          <Checkbox
            label={t('shifts.mine')}
            checked={mine}
            onChange={(event) => setMine(event.currentTarget.checked)}
          />
        }
      />
      <RefusalSummary refusals={[...take.refusals, ...leave.refusals, ...cancel.refusals]} />
      <Sheet>
        <Block read={read} at="shifts" doing={t('shifts.doing')}>
          {() => (
            <DataTable
              caption={t('page.shifts')}
              rows={read.items}
              rowKey={({ id }) => id}
              rowState={({ state }) => (state === 'CANCELLED' ? 'voided' : undefined)}
              onMore={read.more}
              empty={<Empty reason="nothing-yet">{t('shifts.none')}</Empty>}
              columns={[
                { id: 'when', label: t('shifts.when'), phone: 'title', cell: when },
                { id: 'where', label: t('shifts.where'), cell: ({ place }) => place.name ?? '–' },
                {
                  id: 'skills',
                  label: t('shifts.skills'),
                  cell: ({ skills }) =>
                    skills.map((skill) => label('MediationTheme', skill)).join(', ') || t('shifts.anySkill'),
                },
                {
                  id: 'who',
                  label: t('shifts.who'),
                  phone: 'main',
                  cell: (shift) => (
                    <Stack gap={8}>
                      <Row gap={8}>
                        <span>{t('shifts.count', { taken: shift.taken, needed: shift.needed })}</span>
                        <Answer
                          shift={shift}
                          begun={new Date(shift.startsAt) <= now()}
                          onTake={(key) => void take.send({ input: { shiftId: shift.id } }, key)}
                          onLeave={(key) => void leave.send({ input: { shiftId: shift.id } }, key)}
                        />
                      </Row>
                      {plans && shift.state === 'SCHEDULED' ? (
                        <Suspense fallback={null}>
                          <Team
                            shift={shift}
                            branch={one ?? null}
                            onCancel={(key) => void cancel.send({ input: { shiftId: shift.id } }, key)}
                          />
                        </Suspense>
                      ) : null}
                    </Stack>
                  ),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
      {plans ? (
        <Suspense fallback={null}>
          <ScheduleShift branch={one ?? null} />
        </Suspense>
      ) : null}
      <Suspense fallback={null}>
        <MyAvailability branch={one ?? null} />
        <ShiftFeeds branch={one ?? null} />
        <SaveStatement memberId={null} />
      </Suspense>
    </Stack>
  );
}

/** Come, or not: one tap each, while it has not begun. */
function Answer(props: {
  readonly shift: ShiftShown;
  readonly begun: boolean;
  readonly onTake: (key: string) => void;
  readonly onLeave: (key: string) => void;
}) {
  const t = useWords();
  const { newId } = useEnvironment();
  const { mine, taken, needed, state } = props.shift;
  if (props.begun || state !== 'SCHEDULED') return null;
  return (
    <>
      {mine !== 'TAKEN' && taken < needed ? (
        <Button size="compact-md" onClick={() => props.onTake(newId())}>
          {t('shifts.take')}
        </Button>
      ) : null}
      {mine === 'TAKEN' || mine === 'INVITED' ? (
        <Button size="compact-md" variant="subtle" onClick={() => props.onLeave(newId())}>
          {t(mine === 'TAKEN' ? 'shifts.leave' : 'shifts.decline')}
        </Button>
      ) : null}
    </>
  );
}
