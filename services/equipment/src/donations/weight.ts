import { WEIGHT_OUT_OF_RANGE } from './donation.refusals.js';

/** Fifty tonnes: more than any van carries. */
const MOST_GRAMS = 50_000_000;

/** Refuses `WEIGHT_OUT_OF_RANGE` outside `min`–50 000 000 grams. */
export function requireWeight(grams: number, min: number, field: string): void {
  if (grams < min || grams > MOST_GRAMS) throw WEIGHT_OUT_OF_RANGE({ min, max: MOST_GRAMS }, field);
}
