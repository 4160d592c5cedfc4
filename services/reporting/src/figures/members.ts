import {
  AdministrativeTheme,
  AgeBand,
  ArticleKind,
  DigitalProfile,
  EquipmentType,
  ExitReason,
  Gender,
  Grade,
  MediationTheme,
  PaymentKind,
  RedirectionResult,
  RedirectionTarget,
  SocialStatus,
  Solution,
  SupportOutcome,
} from '#events';
import { ADMINISTRATIVE_BASE, bitsOf, type Delta } from '../projection/delta.js';
import type { Numbers } from '../projection/dictionaries.js';
import type { Dimension } from './indicators.js';

/** The numbers that stand for communes and places. */
type Placed = Pick<Numbers, 'commune' | 'place'>;

/** Members a delta counts under in a dimension; an act of three themes counts under each. */
export function membersOf(dimension: Dimension, delta: Delta, numbers: Placed): number[] {
  switch (dimension) {
    case 'TOTAL':
      return [0];
    case 'SOLUTION':
      return delta.solution === undefined ? [] : [delta.solution];
    case 'THEME':
      return bitsOf(delta.themes ?? 0n, 0);
    case 'ADMINISTRATIVE_THEME':
      return bitsOf(delta.themes ?? 0n, ADMINISTRATIVE_BASE);
    case 'GENDER':
      return delta.gender === undefined ? [] : [delta.gender];
    case 'AGE_BAND':
      return delta.ageBand === undefined ? [] : [delta.ageBand];
    case 'SOCIAL_STATUS':
      return delta.status === undefined ? [] : [delta.status];
    case 'COMMUNE':
      return [numbers.commune(delta.communeCode) ?? 0];
    case 'PLACE':
      return [numbers.place(delta.placeId) ?? 0];
    case 'EQUIPMENT':
      return [(delta.a1 ?? 0) * 10 + (delta.a2 ?? 0)];
    case 'PAYMENT':
    case 'EXIT_REASON':
    case 'OUTCOME':
      return [delta.a1 ?? 0];
    case 'PROFILE_CHANGE':
    case 'REDIRECTION':
      return [(delta.a1 ?? 0) * 10 + (delta.a2 ?? 0)];
  }
}

const nth = (options: readonly string[], member: number): string => options[member - 1] ?? 'NOT_STATED';

/** Two values in one: `EXCLUDED/ADVANCED`; the first alone when there is no second. */
function pair(firsts: readonly string[], seconds: readonly string[], member: number): string {
  const first = nth(firsts, Math.floor(member / 10));
  return member % 10 === 0 ? first : `${first}/${nth(seconds, member % 10)}`;
}

/** A member's name on the wire: a vocabulary value; a commune's INSEE code; a place's id; `COMPUTER/B` or `SIM_CARD` for equipment. */
export function memberName(dimension: Dimension, member: number, named: ReadonlyMap<number, string>): string {
  switch (dimension) {
    case 'TOTAL':
      return 'TOTAL';
    case 'SOLUTION':
      return nth(Solution.options, member);
    case 'THEME':
      return nth(MediationTheme.options, member);
    case 'ADMINISTRATIVE_THEME':
      return nth(AdministrativeTheme.options, member);
    case 'GENDER':
      return nth(Gender.options, member);
    case 'AGE_BAND':
      return nth(AgeBand.options, member);
    case 'SOCIAL_STATUS':
      return nth(SocialStatus.options, member);
    case 'COMMUNE':
    case 'PLACE':
      return named.get(member) ?? 'NOT_STATED';
    case 'PAYMENT':
      return nth(PaymentKind.options, member);
    case 'EXIT_REASON':
      return nth(ExitReason.options, member);
    case 'OUTCOME':
      return nth(SupportOutcome.options, member);
    case 'PROFILE_CHANGE':
      return pair(DigitalProfile.options, DigitalProfile.options, member);
    case 'REDIRECTION':
      return pair(RedirectionTarget.options, RedirectionResult.options, member);
    case 'EQUIPMENT': {
      const type = Math.floor(member / 10);
      if (type >= 100) return nth(ArticleKind.options, type - 100);
      const grade = member % 10;
      return grade === 0
        ? nth(EquipmentType.options, type)
        : `${nth(EquipmentType.options, type)}/${nth(Grade.options, grade)}`;
    }
  }
}
