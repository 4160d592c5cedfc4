import type { Dimension, IndicatorCode } from '../figures/indicators.js';

/** What an indicator is published by; nothing else ever is. */
export interface Cube {
  readonly indicator: IndicatorCode;
  /** Dimensions whose members add up to the total; one at a time, never crossed. */
  readonly parts: readonly Dimension[];
  /** Dimensions of which one act may have several members: they add up over territories only. */
  readonly mentions: readonly Dimension[];
}

/**
 * The closed list of what may leave the network. It is short on purpose: every further breakdown is a further equation for
 * somebody who wants to know what is hidden. Communes and crossed breakdowns are left out for that reason.
 */
export const CUBES: readonly Cube[] = [
  {
    indicator: 'SUPPORT_ACTS',
    parts: ['SOLUTION', 'GENDER', 'AGE_BAND', 'SOCIAL_STATUS'],
    mentions: ['THEME', 'ADMINISTRATIVE_THEME'],
  },
  { indicator: 'PEOPLE_ENROLLED', parts: ['GENDER', 'AGE_BAND', 'SOCIAL_STATUS'], mentions: [] },
  { indicator: 'SESSIONS_HELD', parts: [], mentions: [] },
  { indicator: 'ATTENDANCE_SEEN', parts: [], mentions: [] },
  { indicator: 'DEVICES_RECEIVED', parts: [], mentions: [] },
  { indicator: 'DEVICES_SOLD', parts: ['EQUIPMENT'], mentions: [] },
];
