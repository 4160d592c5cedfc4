import type { IndicatorCode } from '../../../services/reporting/src/figures/indicators.js';
import { GROUPED, type Recount } from './recount.js';

/** What is told of supports and redirections goes with an erased person too: told by the ledger, later words beside earlier ones. */
const told = (
  types: readonly [plus: string, minus: string],
  which: string,
  day: string,
  member = 'NULL',
  condition = 'true',
) => `
  SELECT branch, ${day} AS day, ${member} AS member, sum(units) AS value
  FROM (SELECT branch, payload -> 'after' AS told, payload, 1 AS units FROM outbox_event WHERE type IN (${types[0]})
        UNION ALL SELECT branch, payload -> 'before', payload, -1 FROM outbox_event WHERE type IN (${types[1]})) AS said
  ${which} WHERE ${condition} ${GROUPED}`;
const type = (...names: string[]) => names.map((name) => `'beneficiaries.${name}'`).join(', ');
const ENDINGS = [type('support-journey-ended'), type('support-journey-reopened')] as const;
const SENT = [
  type('person-redirected', 'redirection-result-noted'),
  type('redirection-result-noted', 'redirection-voided'),
] as const;
const ended = (code: IndicatorCode, member: string, which = '', condition = 'true'): Recount => ({
  ...{ code, service: 'beneficiaries', sql: told(ENDINGS, which, `told ->> 'endedOn'`, member, condition) },
});
const sent = (code: IndicatorCode, member: string, condition = 'true'): Recount => ({
  ...{ code, service: 'beneficiaries', sql: told(SENT, '', `told ->> 'sentOn'`, member, condition) },
});
/** Supports, exits and redirections as the owner tells them. */
export const SUPPORTS: readonly Recount[] = [
  {
    code: 'SUPPORT_JOURNEYS_OPENED',
    service: 'beneficiaries',
    sql: told(
      [type('support-journey-opened'), type('support-journey-voided')],
      '',
      `coalesce(payload ->> 'occurredOn', told ->> 'openedOn')`,
    ),
  },
  ended('SUPPORT_JOURNEYS_ENDED', `told ->> 'exitReason'`),
  ended('SUPPORT_JOURNEYS_WITH_OUTCOME', 'NULL', '', `jsonb_array_length(told -> 'outcomes') > 0`),
  ended('SUPPORT_OUTCOMES', 'outcome', `CROSS JOIN jsonb_array_elements_text(told -> 'outcomes') AS outcome`),
  sent('REDIRECTIONS', `(told ->> 'target') || coalesce('/' || (told ->> 'result'), '')`),
  sent('REDIRECTIONS_KNOWN', 'NULL', `told ->> 'result' IS NOT NULL`),
  sent('REDIRECTIONS_HELPED', 'NULL', `told ->> 'result' = 'HELPED'`),
];
