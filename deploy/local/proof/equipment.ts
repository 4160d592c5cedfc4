import { GRAMS_OF } from '../../../services/reporting/src/equipment/equipment-indicators.js';
import { GROUPED, type Recount } from './recount.js';

/** Sales that stand; with goods or payments, what came back of them is taken off on the day it came back. */
const sales = (member: string, value: string, from = '(SELECT 1 AS sign, s.occurred_on AS day) AS e', condition = '') =>
  `SELECT s.branch, e.day, ${member} AS member, ${value} AS value FROM sale s CROSS JOIN LATERAL ${from}
   WHERE s.state <> 'VOIDED' ${condition} ${GROUPED}`;
const each = (column: string, back: string, given = "'[]'::jsonb") =>
  `(SELECT 1 AS sign, s.occurred_on AS day, one FROM jsonb_array_elements(s.${column}) AS one
    UNION ALL SELECT -1, (r ->> 'occurredOn')::date, one FROM jsonb_array_elements(s.returns) AS r, jsonb_array_elements(${back}) AS one
    UNION ALL SELECT 1, (r ->> 'occurredOn')::date, one FROM jsonb_array_elements(s.returns) AS r, jsonb_array_elements(${given}) AS one) AS e`;
const lines = each('lines', `r -> 'back'`, `r -> 'given'`);
const payments = each('payments', `r -> 'refunds'`);
const graded = (type: string, grade: string) => `${type} || coalesce('/' || (${grade}), '')`;
const GRAMS = `(CASE one ->> 'type' ${Object.entries(GRAMS_OF)
  .map(([type, grams]) => `WHEN '${type}' THEN ${grams}`)
  .join(' ')} END)`;

/** What the equipment service's own tables tell of its figures. */
export const EQUIPMENT_RECOUNTS: readonly Recount[] = [
  { code: 'SUPPORT_ACTS', service: 'equipment', sql: sales(`'SALE'`, 'count(*)') },
  {
    code: 'DEVICES_RECEIVED',
    service: 'equipment',
    sql: `SELECT received_in AS branch, received_on AS day, type AS member, count(*) AS value FROM device WHERE NOT voided
          ${GROUPED}`,
  },
  {
    code: 'DEVICES_READY',
    service: 'equipment',
    sql: `SELECT branch, NULL AS day, ${graded('type', 'grade')} AS member, count(*) AS value FROM device
          WHERE NOT voided AND state = 'READY' ${GROUPED}`,
  },
  {
    code: 'DEVICES_SOLD',
    service: 'equipment',
    sql: sales(
      graded(`one ->> 'type'`, `one ->> 'grade'`),
      `sum(sign * (one ->> 'quantity')::int)`,
      lines,
      `AND one ->> 'kind' = 'DEVICE'`,
    ),
  },
  {
    code: 'ARTICLES_SOLD',
    service: 'equipment',
    sql: sales(
      `one ->> 'articleKind'`,
      `sum(sign * (one ->> 'quantity')::int)`,
      lines,
      `AND one ->> 'kind' = 'ARTICLE'`,
    ),
  },
  {
    code: 'TAKINGS',
    service: 'equipment',
    sql: sales(`one ->> 'kind'`, `sum(sign * (one ->> 'cents')::int)`, payments),
  },
  {
    code: 'GRAMS_REUSED',
    service: 'equipment',
    sql: sales('NULL', `sum(sign * ${GRAMS})`, lines, `AND one ->> 'kind' = 'DEVICE'`),
  },
  {
    code: 'GRAMS_COLLECTED',
    service: 'equipment',
    sql: `SELECT d.branch, d.received_on AS day, NULL AS member, sum(l.weight_grams) AS value
          FROM donation d JOIN lot l ON l.donation_id = d.id ${GROUPED}`,
  },
  {
    code: 'GRAMS_WASTED',
    service: 'equipment',
    sql: `SELECT branch, removed_on AS day, NULL AS member, sum(weight_grams) AS value FROM waste_removal ${GROUPED}`,
  },
  {
    code: 'DEVICES_WASTED',
    service: 'equipment',
    sql: `SELECT branch, removed_on AS day, NULL AS member, sum(devices) AS value FROM waste_removal WHERE devices > 0 ${GROUPED}`,
  },
  { code: 'MARKET_VALUE', service: 'equipment', sql: sales('NULL', `sum(sign * (one ->> 'marketCents')::int)`, lines) },
];
