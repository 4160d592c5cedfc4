import { MergeBeneficiaries } from '../../../services/beneficiaries/src/duplicates/merge-beneficiaries/merge-beneficiaries.js';
import { AcceptPrescription } from '../../../services/beneficiaries/src/prescriptions/accept-prescription/accept-prescription.js';
import { ChangePrescription } from '../../../services/beneficiaries/src/prescriptions/change-prescription.js';
import { PrescribePerson } from '../../../services/beneficiaries/src/prescriptions/prescribe-person/prescribe-person.js';
import { personas } from '../personas.js';
import type { DemoBranch } from './branches.js';
import { type DemoService, managerOf } from './demo-world.js';
import { fictitiousPhone, nameIn } from './names.js';
import type { DemoPerson } from './people.js';
import { shift } from './plan.js';
import type { Dice } from './random.js';
import { itIsNow } from './story.js';

/** How the prescriptions of a branch stand: days since each came, and what became of it. */
const PRESCRIBED = [
  { ago: 75, became: 'DONE' },
  { ago: 48, became: 'DONE' },
  { ago: 41, became: 'REJECTED' },
  { ago: 23, became: 'ACCEPTED' },
  { ago: 16, became: 'ACCEPTED' },
  { ago: 9, became: 'PENDING' },
  { ago: 2, became: 'PENDING' },
] as const;

/** What case workers have asked of a branch: some answered, one waiting for over a week. */
export async function prescribe(
  service: DemoService,
  { code }: DemoBranch,
  today: string,
  organisations: readonly string[],
  dice: Dice,
): Promise<void> {
  const manager = managerOf(code);
  const persona = personas.find(({ role, branches }) => role === 'PRESCRIBER' && branches.includes(code));
  const prescriber = { ...manager, role: 'PRESCRIBER' as const, subject: persona?.subject ?? `prescriber of ${code}` };
  for (const { ago, became } of PRESCRIBED) {
    itIsNow(`${shift(today, -ago)}T10:20:00Z`);
    const { id } = await service.use(PrescribePerson).execute(
      {
        ...nameIn(code, dice.one(['FEMALE', 'MALE'] as const), dice),
        ...{ branch: code, organisationId: dice.one(organisations), birthYear: dice.between(1955, 2004) },
        ...{ phone: fictitiousPhone(dice), spokenLanguage: dice.one([null, null, 'ar', 'uk']) },
        needs: dice.one([['COURSE'], ['DEVICE', 'CONNECTION'], ['ADMINISTRATIVE_HELP', 'COURSE']] as const).slice(),
        availability: dice.one(['Le matin', 'Après 16 heures', 'Mardi et jeudi', null]),
        ...{ consentGiven: true, consentScope: ['ANSWERED', 'FIRST_SEEN', 'DONE'], consentUntil: shift(today, 180) },
      },
      prescriber,
    );
    if (became === 'PENDING') continue;
    itIsNow(`${shift(today, 4 - ago)}T09:10:00Z`);
    const change = service.use(ChangePrescription);
    if (became === 'REJECTED') {
      const reason = 'Plus de place ce mois-ci pour un cours du soir';
      await change.execute({ id }, manager, (prescription, moment) => prescription.reject(reason, moment));
      continue;
    }
    await service.use(AcceptPrescription).execute({ id, privacyNoticeReadOn: shift(today, 4 - ago) }, manager);
    if (became !== 'DONE') continue;
    itIsNow(`${shift(today, 30 - ago)}T15:40:00Z`);
    await change.execute({ id }, manager, (prescription, moment) => {
      prescription.finish(moment);
      return [];
    });
  }
}

/** Of those who were enrolled twice, every second pair has been found to be one; the others wait for somebody to say so. */
export async function settleTwins(
  service: DemoService,
  { code }: DemoBranch,
  today: string,
  people: readonly DemoPerson[],
): Promise<void> {
  const twins = people.filter(({ twinOf, since }) => twinOf !== undefined && since < shift(today, -20));
  itIsNow(`${shift(today, -12)}T14:30:00Z`);
  for (const [n, { id, twinOf }] of twins.entries())
    if (n % 2 === 0 && twinOf !== undefined) {
      const settled = { keptId: twinOf, mergedId: id, reason: 'Même personne, inscrite deux fois à l’accueil' };
      await service.use(MergeBeneficiaries).execute(settled, managerOf(code));
    }
}
