import { EnrolInSeries } from '../../../services/workshops/src/series/enrol-in-series/enrol-in-series.js';
import { ScheduleSeries } from '../../../services/workshops/src/series/schedule-series/schedule-series.js';
import { JoinWaitlist } from '../../../services/workshops/src/waitlist/join-waitlist/join-waitlist.js';
import type { DemoBranch } from './branches.js';
import { type DemoService, managerOf } from './demo-world.js';
import type { DemoPerson } from './people.js';
import { shift } from './plan.js';
import type { Dice } from './random.js';
import type { Ground } from './sessions.js';
import { itIsNow } from './story.js';

const SEATS = 8;
const WAITING = 3;
/** Three weeks of three mornings, two hours each. */
const PATTERN = { weekdays: [1, 3, 5], weeks: 3, startsAt: '09:30', minutes: 120 };

/** A course that begins in a few days, for which more have asked than there are seats. */
export async function planCourse(
  service: DemoService,
  branch: DemoBranch,
  today: string,
  ground: Ground,
  dice: Dice,
): Promise<void> {
  const known = ground.people.filter(({ since, twinOf }) => twinOf === undefined && since < shift(today, -30));
  if (known.length < SEATS + WAITING) return;
  const first = dice.between(0, known.length - SEATS - WAITING);
  const seriesId = await plan(
    service,
    branch,
    ground,
    shift(today, 4),
    known.slice(first, first + SEATS),
    shift(today, -1),
  );
  itIsNow(`${shift(today, -1)}T15:00:00Z`);
  for (const { id: beneficiaryId } of known.slice(first + SEATS, first + SEATS + WAITING))
    await service.use(JoinWaitlist).execute({ seriesId, beneficiaryId }, managerOf(branch.code));
}

/** A course from that day on, with those who are in it; its id. */
async function plan(
  service: DemoService,
  { code }: DemoBranch,
  { workshops, placeIds }: Ground,
  firstDay: string,
  people: readonly DemoPerson[],
  plannedOn: string,
): Promise<string> {
  const [workshopId = ''] = workshops;
  const [placeId = ''] = placeIds;
  itIsNow(`${plannedOn}T10:00:00Z`);
  const room = 'Salle des cours';
  const { id: seriesId } = await service
    .use(ScheduleSeries)
    .execute({ workshopId, placeId, room, seats: SEATS, pattern: { ...PATTERN, firstDay } }, managerOf(code));
  for (const { id: beneficiaryId } of people)
    await service.use(EnrolInSeries).execute({ seriesId, beneficiaryId }, managerOf(code));
  return seriesId;
}
