/** What makes two people look like one. */
export const Likeness = {
  SAME_NAME: 'SAME_NAME',
  CLOSE_NAME: 'CLOSE_NAME',
  SAME_BIRTH_YEAR: 'SAME_BIRTH_YEAR',
  CLOSE_BIRTH_YEAR: 'CLOSE_BIRTH_YEAR',
  OTHER_BIRTH_YEAR: 'OTHER_BIRTH_YEAR',
  SAME_PHONE: 'SAME_PHONE',
  SAME_EMAIL: 'SAME_EMAIL',
} as const;
export type Likeness = (typeof Likeness)[keyof typeof Likeness];

/** How a person compares with the one being enrolled. */
export interface Comparison {
  /** 0–1; does not depend on the order of the words, so swapped names are the same name. */
  nameSimilarity: number;
  /** Years apart; null when one of the two is not known. */
  yearsApart: number | null;
  samePhone: boolean;
  sameEmail: boolean;
}

/** Below this nobody is shown: a family shares a phone, and many share a name and not a birth year. */
export const WORTH_SHOWING = 50;

const POINTS: Readonly<Record<Likeness, number>> = {
  SAME_NAME: 60,
  CLOSE_NAME: 60,
  SAME_BIRTH_YEAR: 25,
  CLOSE_BIRTH_YEAR: 10,
  OTHER_BIRTH_YEAR: -20,
  SAME_PHONE: 35,
  SAME_EMAIL: 35,
};

/** A score of 0–100 and what it is made of, so that whoever enrols can judge for themselves. */
export function likeness(comparison: Comparison): { score: number; because: Likeness[] } {
  const because = signalsOf(comparison);
  const points = because.map((signal) =>
    signal === 'CLOSE_NAME' ? POINTS[signal] * comparison.nameSimilarity : POINTS[signal],
  );
  const sum = points.reduce((total, each) => total + each, 0);
  return { score: Math.max(0, Math.min(100, Math.round(sum))), because };
}

function signalsOf({ nameSimilarity, yearsApart, samePhone, sameEmail }: Comparison): Likeness[] {
  const signals: Likeness[] = [];
  if (nameSimilarity >= 0.999) signals.push('SAME_NAME');
  else if (nameSimilarity >= 0.4) signals.push('CLOSE_NAME');
  if (yearsApart === 0) signals.push('SAME_BIRTH_YEAR');
  else if (yearsApart !== null) signals.push(yearsApart <= 2 ? 'CLOSE_BIRTH_YEAR' : 'OTHER_BIRTH_YEAR');
  if (samePhone) signals.push('SAME_PHONE');
  if (sameEmail) signals.push('SAME_EMAIL');
  return signals;
}
