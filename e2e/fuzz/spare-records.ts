import type { Records } from '../access/matrix/records.ts';
import { command } from '../journeys/caller.js';
import { daysAgo, person, prescription, readyComputer, series } from '../journeys/given.js';

const BORDEAUX = 'branch-manager-bordeaux';
const LILLE = 'branch-manager-lille';

/** More records of what a question uses up, in every state that something may be done from, by type. */
export async function spareRecords({ ids }: Records): Promise<[string, string][]> {
  const placeId = ids['Place'] ?? '';
  const found: [string, string][] = [];
  for (let n = 0; n < 4; n += 1) {
    found.push(['tag', await readyComputer()]);
    // Alike but for a letter: two of them are proposed as one and the same.
    found.push(['Beneficiary', await person('Essai', `Alphand${'e'.repeat(n % 2)}`)]);
    found.push(['Prescription', await prescription('Essai', `Oriente ${n}`)]);
    found.push(['Member', await invited(n)]);
    found.push(['Shift', await shift(placeId, n)]);
  }
  for (const n of [0, 1]) {
    found.push(['WorkshopSeries', await series(`Parcours ${n}`, placeId)]);
    found.push(['Session', await begun(ids['Workshop'] ?? '', placeId, n)]);
    found.push(['WaitlistEntry', await offered(ids['Workshop'] ?? '', placeId, n)]);
  }
  for (const step of ['requested', 'requested', 'accepted', 'shipped', 'shipped', 'short'] as const)
    found.push(['EquipmentTransfer', await transfer(step)]);
  return found;
}

const idOf = async (persona: string, mutation: string, input: Record<string, unknown>) =>
  String((await command(persona, mutation, input))['id']);

const invited = (n: number) =>
  idOf(BORDEAUX, 'inviteMember', {
    ...{ name: `Essai ${n}`, role: 'HELPER', branches: ['BX'] },
    mail: `essai-${n}-${Date.now()}@passerelle.example`,
  });

const shift = (placeId: string, n: number) =>
  idOf(BORDEAUX, 'scheduleShift', {
    ...{ branch: 'BX', placeId, needed: 3, skills: [] },
    startsAt: `${daysAgo(-10 - n)}T08:00:00.000Z`,
    endsAt: `${daysAgo(-10 - n)}T10:00:00.000Z`,
  });

/** A session that is over, with somebody whose presence is not noted. */
async function begun(workshopId: string, placeId: string, n: number): Promise<string> {
  const [startsAt, endsAt] = ['08', '10'].map((hour) => `${daysAgo(3 + n)}T${hour}:00:00.000Z`);
  const at = { workshopId, placeId, room: `Essai ${Date.now()}`, startsAt, endsAt, seats: 6 };
  const sessionId = await idOf(BORDEAUX, 'recordSession', at);
  await command(BORDEAUX, 'enrolInSession', { sessionId, beneficiaryId: await person('Essai', `Assis ${n}`, 30) });
  return sessionId;
}

/** Somebody who waited for the one seat of a session and is offered it. */
async function offered(workshopId: string, placeId: string, n: number): Promise<string> {
  const [startsAt, endsAt] = ['08', '10'].map((hour) => `${daysAgo(-20 - n)}T${hour}:00:00.000Z`);
  const at = { workshopId, placeId, room: `Essai ${Date.now()}`, startsAt, endsAt, seats: 1 };
  const sessionId = await idOf(BORDEAUX, 'scheduleSession', at);
  const enrolment = { sessionId, beneficiaryId: await person('Essai', `Premier ${n}`) };
  const enrolmentId = await idOf(BORDEAUX, 'enrolInSession', enrolment);
  const waiting = { sessionId, beneficiaryId: await person('Essai', `Second ${n}`) };
  const entry = await idOf(BORDEAUX, 'joinWaitlist', waiting);
  await command(BORDEAUX, 'cancelEnrolment', { enrolmentId });
  return entry;
}

/** A computer that Bordeaux asks of Lille, as far on its way as said; of one that came short, nothing was scanned. */
async function transfer(step: 'requested' | 'accepted' | 'shipped' | 'short'): Promise<string> {
  const lines = [{ type: 'COMPUTER', grade: 'B', count: 1 }];
  const id = await idOf(BORDEAUX, 'requestTransfer', { from: 'LI', lines });
  if (step === 'requested') return id;
  await command(LILLE, 'acceptTransfer', { id, accepted: [1] });
  if (step === 'accepted') return id;
  await command(LILLE, 'shipTransfer', { id, tags: [await readyComputer(LILLE)] });
  if (step === 'short') await command(BORDEAUX, 'closeTransfer', { id });
  return id;
}
