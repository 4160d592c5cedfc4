import { ShiftGapNoticed } from '#events';

/** What managers are written about. */
export type LetterKind = 'PRESCRIPTION_DELAYED' | 'SHIFT_GAP';

/** A letter that was put down, and what is known of its branch when it goes. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly branch: string;
  readonly city: string;
  readonly zone: string;
  /** Name of the place, where it is of one. */
  readonly place: string | null;
}

/** Subject and text, French first. They name nobody: who it is stands on the page, for whoever may read it. */
export function letterOf(letter: LetterFacts, pageAt: (path: string) => string): { subject: string; text: string } {
  return letter.kind === 'SHIFT_GAP' ? shiftGap(letter, pageAt) : prescriptionDelayed(letter, pageAt);
}

function prescriptionDelayed({ city }: LetterFacts, pageAt: (path: string) => string) {
  const link = pageAt('/prescriptions');
  return {
    subject: 'Une orientation attend depuis plus de sept jours · A referral has waited for more than seven days',
    text: `Bonjour,

À ${city}, une personne orientée attend une réponse depuis plus de sept jours\u00a0:
${link}

--
Hello,

In ${city}, somebody who was referred has waited for an answer for more than seven days:
${link}
`,
  };
}

/** It says what was missing when it was announced; the page says what is missing now. */
function shiftGap({ facts, branch, city, zone, place }: LetterFacts, pageAt: (path: string) => string) {
  const { shiftId, occurredOn, startsAt, endsAt, missing, skills } = ShiftGapNoticed.data.parse(facts);
  const link = pageAt(`/shifts?${new URLSearchParams({ ask: shiftId, branch, from: occurredOn })}`);
  const day = (language: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: zone }).format(new Date(startsAt));
  const jour = day('fr-FR').replace(/ 1 /, ' 1er ');
  const [from, until] = [startsAt, endsAt].map((at) =>
    new Intl.DateTimeFormat('fr-FR', { timeStyle: 'short', timeZone: zone }).format(new Date(at)),
  );
  const where = place === null ? city : `${city} (${place})`;
  const french =
    missing > 0
      ? `il manque ${counted(missing, 'personne', 'personnes')}`
      : `il manque ${counted(skills.length, 'compétence', 'compétences')}, que personne de l’équipe prévue n’a`;
  const english =
    missing > 0
      ? `${counted(missing, 'person is', 'people are')} missing`
      : `${counted(skills.length, 'skill is', 'skills are')} missing, which nobody of those who come has`;
  const subject =
    missing > 0 ? ['Il manque du monde', 'People are missing'] : ['Il manque une compétence', 'A skill is missing'];
  return {
    subject: `${subject[0]} le ${jour} · ${subject[1]} on ${day('en-GB')}`,
    text: `Bonjour,

À ${where}, le ${jour} de ${from} à ${until}, ${french} au moment où ceci est écrit. Qui peut venir, et de quoi l’inviter\u00a0:
${link}

--
Hello,

In ${where}, on ${day('en-GB')} from ${from} to ${until}, ${english} at the time of writing. Who could come, and how to ask them:
${link}
`,
  };
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
