import { AutonomyLevel, DigitalProfile } from '#events';
import type { IndicatorCode } from '../../../services/reporting/src/figures/indicators.js';
import type { Ask } from './databases.js';
import { EQUIPMENT_RECOUNTS } from './equipment.js';
import { countHelpers, countPeople } from './people.js';
import { GROUPED, type Recount } from './recount.js';
import { SUPPORTS } from './supports.js';
import { Tally } from './tally.js';

const acts = (member: string, value = 'count(*)') =>
  `SELECT branch, occurred_on AS day, ${member} AS member, ${value} AS value FROM support_act WHERE NOT voided ${GROUPED}`;
const closed = `FROM session WHERE state = 'CLOSED'`;
const prescribed = (day: string, condition: string) =>
  `SELECT branch, ${day} AS day, NULL AS member, count(*) AS value FROM prescription WHERE ${condition} ${GROUPED}`;

const rank = (order: readonly string[], value: string) =>
  `array_position(ARRAY[${order.map((one) => `'${one}'`).join(', ')}], ${value})`;
/** Answers go with an erased person, and what was found with them: it is told by the ledger, what was taken back taken off. */
const assessed = (condition: string) =>
  `SELECT branch, day, NULL AS member, sum(units) AS value
   FROM (SELECT branch, payload ->> 'occurredOn' AS day, coalesce(payload -> 'after', payload -> 'before') AS told,
                CASE type WHEN 'beneficiaries.assessment-recorded' THEN 1 ELSE -1 END AS units
         FROM outbox_event WHERE type IN ('beneficiaries.assessment-recorded', 'beneficiaries.assessment-voided')) AS assessments
   WHERE ${condition} ${GROUPED}`;
const at = (moment: string) => `told ->> 'moment' = '${moment}'`;
const found = (which: 'found' | 'entry') => `jsonb_typeof(told -> '${which}') = 'object'`;
const profile = (which: 'found' | 'entry') => rank(DigitalProfile.options, `told -> '${which}' ->> 'profile'`);
const autonomy = (theme: string) => rank(AutonomyLevel.options, `${theme} ->> 'autonomy'`);
const progress = (moment: 'EXIT' | 'SIX_MONTHS', name: string): Recount[] => {
  const compared = `${at(moment)} AND ${found('found')} AND ${found('entry')}`;
  const raised = `EXISTS (
    SELECT FROM jsonb_array_elements(told -> 'found' -> 'themes') AS now
    JOIN jsonb_array_elements(told -> 'entry' -> 'themes') AS before ON before ->> 'theme' = now ->> 'theme'
    WHERE ${autonomy('now')} > ${autonomy('before')})`;
  return [
    [`COMPARED_${name}`, compared],
    [`PROFILE_RAISED_${name}`, `${compared} AND ${profile('found')} > ${profile('entry')}`],
    [`AUTONOMY_RAISED_${name}`, `${compared} AND ${raised}`],
  ].map(([code = '', condition = '']) => ({
    ...{ code: code as IndicatorCode, service: 'beneficiaries', sql: assessed(condition) },
  }));
};

/** Courses of which no session is open any more, and where and when the last one held was. */
const courses = (condition: string) =>
  `SELECT branch, day, place_id::text AS member, count(*) AS value
   FROM (
     SELECT c.branch, c.id, e.beneficiary_id, c.held, c.days[1] AS day, c.places[1] AS place_id, count(*) AS seats,
            count(*) FILTER (WHERE e.attendance = 'SEEN') AS seen
     FROM (
       SELECT w.id, w.branch, count(*) FILTER (WHERE s.state = 'CLOSED') AS held,
              array_agg(s.occurred_on ORDER BY s.starts_at DESC, s.id DESC) FILTER (WHERE s.state = 'CLOSED') AS days,
              array_agg(s.place_id ORDER BY s.starts_at DESC, s.id DESC) FILTER (WHERE s.state = 'CLOSED') AS places
       FROM workshop_series w JOIN session s ON s.series_id = w.id WHERE w.kind = 'COURSE'
       GROUP BY w.id HAVING bool_and(s.state <> 'SCHEDULED') AND count(*) FILTER (WHERE s.state = 'CLOSED') >= 2) AS c
     JOIN session s ON s.series_id = c.id AND s.state = 'CLOSED'
     JOIN enrolment e ON e.session_id = s.id AND e.state = 'CONFIRMED'
     GROUP BY c.branch, c.id, e.beneficiary_id, c.held, c.days, c.places) AS on_course
   WHERE ${condition} ${GROUPED}`;
/** Each person’s first session in each branch, and the day they first asked there. */
const firsts = (value: string) =>
  `SELECT branch, day, place_id::text AS member, ${value} AS value
   FROM (
     SELECT DISTINCT ON (s.branch, e.beneficiary_id) s.branch, s.occurred_on AS day, s.place_id, (
       SELECT (min(asked.at) AT TIME ZONE s.zone)::date FROM (
         SELECT branch, beneficiary_id, enrolled_at AS at FROM enrolment
         UNION ALL SELECT branch, beneficiary_id, joined_at FROM waitlist_entry) AS asked
       WHERE asked.branch = s.branch AND asked.beneficiary_id = e.beneficiary_id) AS asked_on
     FROM session s JOIN enrolment e ON e.session_id = s.id AND e.state = 'CONFIRMED' AND e.attendance = 'SEEN'
     WHERE s.state = 'CLOSED' ORDER BY s.branch, e.beneficiary_id, s.occurred_on, s.starts_at, s.id) AS first ${GROUPED}`;

const RECOUNTS: readonly Recount[] = [
  { code: 'SUPPORT_ACTS', service: 'workshops', sql: acts('solution') },
  { code: 'MINUTES_OF_SUPPORT', service: 'workshops', sql: acts('solution', 'sum(minutes)') },
  {
    code: 'PEOPLE_ENROLLED',
    service: 'beneficiaries',
    sql: `SELECT b.branch, enrolled_on AS day, gender AS member, count(*) AS value FROM beneficiary b
          JOIN situation s ON s.beneficiary_id = b.id AND s.holds_from = b.enrolled_on WHERE NOT voided ${GROUPED}`,
  },
  {
    code: 'SESSIONS_HELD',
    service: 'workshops',
    sql: `SELECT branch, occurred_on AS day, NULL AS member, count(*) AS value ${closed} ${GROUPED}`,
  },
  {
    code: 'SEATS_OFFERED',
    service: 'workshops',
    sql: `SELECT branch, occurred_on AS day, NULL AS member, sum(seats) AS value FROM session WHERE state <> 'CANCELLED' ${GROUPED}`,
  },
  {
    code: 'ATTENDANCE_EXPECTED',
    service: 'workshops',
    sql: `SELECT branch, occurred_on AS day, NULL AS member, sum(seats_taken) AS value ${closed} ${GROUPED}`,
  },
  {
    code: 'ATTENDANCE_SEEN',
    service: 'workshops',
    sql: `SELECT s.branch, s.occurred_on AS day, NULL AS member, count(*) AS value FROM session s
          JOIN enrolment e ON e.session_id = s.id AND e.state = 'CONFIRMED' AND e.attendance = 'SEEN'
          WHERE s.state = 'CLOSED' ${GROUPED}`,
  },
  {
    code: 'SEATS_FILLED',
    service: 'workshops',
    sql: `SELECT s.branch, s.occurred_on AS day, s.place_id::text AS member, count(*) AS value FROM session s
          JOIN enrolment e ON e.session_id = s.id AND e.state = 'CONFIRMED' WHERE s.state <> 'CANCELLED' ${GROUPED}`,
  },
  {
    code: 'NO_SHOWS',
    service: 'workshops',
    sql: `SELECT s.branch, s.occurred_on AS day, s.place_id::text AS member, count(*) AS value FROM session s
          JOIN enrolment e ON e.session_id = s.id AND e.state = 'CONFIRMED' AND e.attendance = 'NOSHOW'
          WHERE s.state = 'CLOSED' ${GROUPED}`,
  },
  {
    code: 'RESOURCES_USED',
    service: 'workshops',
    sql: `SELECT s.branch, s.occurred_on AS day, s.place_id::text AS member, count(*) AS value FROM session s
          JOIN session_resource r ON r.session_id = s.id WHERE s.state = 'CLOSED' ${GROUPED}`,
  },
  { code: 'PEOPLE_ON_COURSES', service: 'workshops', sql: courses('seats * 2 >= held') },
  { code: 'COURSES_COMPLETED', service: 'workshops', sql: courses('seen * 4 >= held * 3') },
  { code: 'FIRST_SESSIONS', service: 'workshops', sql: firsts('count(*)') },
  { code: 'FIRST_SESSION_DAYS', service: 'workshops', sql: firsts('sum(greatest(0, day - asked_on))') },
  {
    code: 'HELPER_MINUTES',
    service: 'workshops',
    sql: `SELECT s.branch, s.occurred_on AS day, NULL AS member, sum(d.minutes) AS value FROM duty d JOIN shift s ON s.id = d.shift_id
          WHERE d.minutes > 0 ${GROUPED}`,
  },
  {
    code: 'DROP_INS_REFUSED',
    service: 'workshops',
    sql: `SELECT branch, occurred_on AS day, NULL AS member, count(*) AS value FROM refused_drop_in WHERE NOT voided ${GROUPED}`,
  },
  ...EQUIPMENT_RECOUNTS,
  { code: 'PRESCRIPTIONS', service: 'beneficiaries', sql: prescribed('received_on', 'true') },
  {
    code: 'PRESCRIPTIONS_ACCEPTED',
    service: 'beneficiaries',
    sql: prescribed('answered_on', `state IN ('ACCEPTED', 'DONE')`),
  },
  {
    code: 'PRESCRIPTIONS_IN_TIME',
    service: 'beneficiaries',
    sql: prescribed('answered_on', 'answered_on - received_on <= 7'),
  },
  {
    code: 'ASSESSED_AT_ENTRY',
    service: 'beneficiaries',
    sql: assessed(`${at('ENTRY')} AND ${found('found')}`),
  },
  { code: 'ASKED_AT_SIX_MONTHS', service: 'beneficiaries', sql: assessed(at('SIX_MONTHS')) },
  ...progress('EXIT', 'AT_EXIT'),
  ...progress('SIX_MONTHS', 'AT_SIX_MONTHS'),
  ...SUPPORTS,
];

/** The figures as the owners' own tables tell them. */
export async function figuresOfOwners(ask: Ask): Promise<Tally> {
  const tally = new Tally();
  for (const { code, service, sql } of RECOUNTS) {
    const rows = await ask<{ branch: string; month: string | null; member: string | null; value: string | null }>(
      service,
      `SELECT branch, to_char(day::date, 'YYYY-MM') AS month, member, value FROM (${sql}) AS recount`,
    );
    for (const { branch, month, member, value } of rows) tally.add(code, branch, Number(value ?? 0), { month, member });
  }
  await countPeople(ask, tally);
  await countHelpers(ask, tally);
  return tally;
}
