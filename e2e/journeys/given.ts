import { ask, command, sent } from './caller.js';

const MANAGER = 'branch-manager-bordeaux';
const COORDINATOR = 'national-coordinator';
const THIS_YEAR = new Date().getUTCFullYear();

/** What the branch of Bordeaux works with. */
export interface Bordeaux {
  readonly placeId: string;
}

/** Bordeaux as every journey finds it: open, with a place, a tariff and an organisation; made by whichever runs first. */
export async function bordeaux(): Promise<Bordeaux> {
  const branch = { code: 'BX', city: 'Bordeaux', communeCode: '33063', latitude: 44.84, longitude: -0.58 };
  if (await opened(branch)) await equipBordeaux();
  const [placeId] = await listed(MANAGER, 'places(branch: "BX", first: 1)', 'id');
  return { placeId: placeId ?? (await registerPlace()) };
}

/** One field of every row of a list. */
async function listed(persona: string, list: string, field: string): Promise<string[]> {
  const { data } = await ask(persona, `{ found: ${list} { items { ${field} } } }`);
  const found = data?.['found'] as { items: Record<string, string>[] } | null | undefined;
  return (found?.items ?? []).flatMap((row) => row[field] ?? []);
}

/** What tells of a branch where it is. */
export interface Where {
  readonly code: string;
  readonly city: string;
  readonly communeCode: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Opens a branch that nobody has opened yet; says whether it had to. */
export async function opened(branch: Where): Promise<boolean> {
  if ((await listed(COORDINATOR, 'branches(first: 100)', 'code')).includes(branch.code)) return false;
  await command(COORDINATOR, 'openBranch', { ...branch, openedOn: `${THIS_YEAR - 2}-01-06` }, 'code');
  return true;
}

/** Lille, where the second manager works. */
export const LILLE: Where = { code: 'LI', city: 'Lille', communeCode: '59350', latitude: 50.63, longitude: 3.06 };

/** Lyon, which others ask for devices. */
export const LYON: Where = { code: 'LY', city: 'Lyon', communeCode: '69123', latitude: 45.76, longitude: 4.84 };

/** Grenoble, where nothing happens. */
export const GRENOBLE: Where = { code: 'GR', city: 'Grenoble', communeCode: '38185', latitude: 45.18, longitude: 5.72 };

async function equipBordeaux(): Promise<void> {
  const tariff = { type: 'COMPUTER', grade: 'B', cents: 7_000, marketCents: 32_000, from: `${THIS_YEAR}-01-01` };
  await command(COORDINATOR, 'setTariff', tariff);
  const organisation = { branch: 'BX', name: 'Mission locale de Bordeaux', structureType: 'ML' };
  await command(MANAGER, 'registerOrganisation', organisation);
}

async function registerPlace(): Promise<string> {
  const address = { commune: 'Bordeaux', postcode: '33000', address: '1 rue du Pont', inseeCode: '33063' };
  return String(
    (await command(MANAGER, 'registerPlace', { branch: 'BX', name: 'Antenne de Bordeaux', ...address }))['id'],
  );
}

/** A day so many days ago, as the services write days. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** A person enrolled in Bordeaux, today or so many days ago. */
export async function person(givenName: string, familyName: string, enrolledDaysAgo = 0): Promise<string> {
  const enrolled = await command(MANAGER, 'enrolBeneficiary', {
    kind: 'TRACKED',
    givenName,
    familyName,
    birthYear: 1980,
    noPhone: true,
    noEmail: true,
    gender: 'FEMALE',
    socialStatus: 'UNEMPLOYED',
    communeCode: '33063',
    orientationSource: 'SELF',
    privacyNoticeReadOn: daysAgo(enrolledDaysAgo),
    occurredOn: daysAgo(enrolledDaysAgo),
  });
  return String(enrolled['id']);
}

/** Somebody of Bordeaux whose skills were measured when their support began and when it ended, six months ago. */
export async function assessed(beneficiaryId: string): Promise<void> {
  const { data } = await ask(MANAGER, '{ questionnaires { code version questions { code } } }');
  const { questionnaires } = data as {
    questionnaires: { code: string; version: number; questions: { code: string }[] }[];
  };
  const short = questionnaires.find(({ code }) => code === 'SHORT');
  for (const [moment, days, mastery] of [
    ['ENTRY', 250, 'WITH_HELP'],
    ['EXIT', 190, 'ALONE'],
  ] as const)
    await command(MANAGER, 'recordAssessment', {
      ...{ beneficiaryId, moment, outcome: 'ANSWERED', questionnaire: 'SHORT', occurredOn: daysAgo(days) },
      questionnaireVersion: short?.version,
      answers: short?.questions.map(({ code }) => ({ question: code, mastery })),
    });
}

/** Somebody of Bordeaux who is followed to a goal, and was sent on in the meantime. */
export async function followed(beneficiaryId: string, goal = 'Retrouver un emploi'): Promise<void> {
  const journey = await command(MANAGER, 'openSupportJourney', { beneficiaryId, occurredOn: daysAgo(20) });
  const steps = [
    { title: 'Refaire le CV', owner: 'PERSON', dueOn: daysAgo(2) },
    { title: 'Créer une adresse mail', owner: 'REFERENT', dueOn: daysAgo(-10) },
  ];
  await command(MANAGER, 'planSupportJourney', { id: journey['id'], goals: [{ title: goal, steps }] });
  const sent = { beneficiaryId, target: 'JOB_SEEKING', whereto: 'Mission locale', occurredOn: daysAgo(10) };
  const redirection = await command(MANAGER, 'redirectPerson', sent);
  await command(MANAGER, 'noteRedirectionResult', { id: redirection['id'], result: 'HELPED' });
  const given = { beneficiaryId, themes: ['WORK_AND_TRAINING'], duration: 'MONTH', agreed: true };
  const mandate = await command(MANAGER, 'giveMandate', given);
  const act = { theme: 'WORK_AND_TRAINING', what: 'Inscription à France Travail envoyée' };
  await command(MANAGER, 'noteMandateAct', { id: mandate['id'], ...act });
}

/** The same, to the exit, which was first noted wrongly. */
export async function exited(beneficiaryId: string): Promise<void> {
  const { id } = await command(MANAGER, 'openSupportJourney', { beneficiaryId, occurredOn: daysAgo(20) });
  await command(MANAGER, 'endSupportJourney', { id, exitReason: 'CONTACT_LOST', outcomes: [] });
  await command(MANAGER, 'reopenSupportJourney', { id });
  await command(MANAGER, 'endSupportJourney', { id, exitReason: 'GOALS_REACHED', outcomes: ['JOB', 'AUTONOMY'] });
}

/** A person whom a prescriber sends to Bordeaux, and who agreed to everything. */
export async function prescription(givenName: string, familyName: string): Promise<string> {
  const [organisationId] = await listed(MANAGER, 'organisations(first: 1)', 'id');
  const asked = await command('prescriber-bordeaux', 'prescribePerson', {
    ...{ organisationId, needs: ['COURSE'], givenName, familyName, consentGiven: true },
    ...{ consentScope: ['ANSWERED', 'FIRST_SEEN', 'DONE'], consentUntil: daysAgo(-30) },
  });
  return String(asked['id']);
}

/** A session of Bordeaux that begins in so many minutes, of a workshop with a resource. */
export async function session(title: string, placeId: string, inMinutes: number): Promise<string> {
  const workshop = await command(MANAGER, 'createWorkshop', {
    title,
    level: 'BEGINNER',
    themes: ['EMAIL'],
    minutes: 120,
    resourceTitle: 'Pix',
    resourceUrl: 'https://pix.fr',
  });
  const startsAt = new Date(Date.now() + inMinutes * 60_000);
  const scheduled = await command(MANAGER, 'scheduleSession', {
    workshopId: workshop['id'],
    placeId,
    // A room of its own: two sessions never hold the same one at once.
    room: `Salle ${startsAt.getTime()}`,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(),
    seats: 8,
  });
  return String(scheduled['id']);
}

/** A course of Bordeaux on three days from next week on, with as many seats. */
export async function series(title: string, placeId: string, seats = 8): Promise<string> {
  const workshop = await command(MANAGER, 'createWorkshop', {
    title,
    level: 'BEGINNER',
    themes: ['EMAIL'],
    minutes: 60,
  });
  const pattern = { firstDay: daysAgo(-7), weekdays: [1, 2, 3, 4, 5, 6, 7], weeks: 1, startsAt: '07:00', minutes: 60 };
  const withoutDays = [daysAgo(-10), daysAgo(-11), daysAgo(-12), daysAgo(-13)];
  const wanted = { workshopId: workshop['id'], placeId, seats, pattern, withoutDays, keepHolidays: true };
  return String((await command(MANAGER, 'scheduleSeries', wanted))['id']);
}

/** A computer of grade B, ready to be sold; gives its tag. */
export async function readyComputer(manager = MANAGER): Promise<string> {
  const { id, tag } = await command(manager, 'receiveDevice', { type: 'COMPUTER' }, 'id tag');
  await command(manager, 'moveDevice', { id, state: 'IN_REFURBISHMENT' });
  await command(manager, 'gradeDevice', { id, grade: 'B', reason: 'Contrôle visuel' });
  await command(manager, 'recordDataErasure', { id, method: 'OVERWRITTEN' });
  await command(manager, 'moveDevice', { id, state: 'READY' });
  return String(tag);
}

/** A computer sold for cash to somebody; gives the sale. */
export async function sale(beneficiaryId: string): Promise<string> {
  const tag = await readyComputer();
  const input = { lines: [{ tag }], beneficiaryId, payments: [{ kind: 'CASH', cents: 7_000 }] };
  return String((await command(MANAGER, 'makeSale', input))['id']);
}

/** A list of people that was tried, without enrolling anybody. */
export async function triedList(): Promise<string> {
  const fileId = await sent(MANAGER, 'liste.csv', '/files/people', 'Prénom;Nom\nAna;Visible\nZoé;\n;\n');
  const input = { fileId, source: 'Liste visible', dryRun: true, privacyNoticeReadOn: daysAgo(2) };
  return String((await command(MANAGER, 'importPeople', input))['id']);
}

/** A device that two tills sold, one of them without the network: an exception to settle. */
export async function soldTwice(): Promise<string> {
  const tag = await readyComputer();
  const payments = [{ kind: 'CASH', cents: 7_000 }];
  await command(MANAGER, 'makeSale', { lines: [{ tag }], payments });
  const kept = { lines: [{ tag, unitCents: 7_000 }], payments, occurredAt: new Date().toISOString() };
  return String((await command(MANAGER, 'bringInSale', kept))['id']);
}

/** A device that came back with a fault and two SIM cards, one activated and one paid back, of one sale; gives the sale and the tag. */
export async function faultySale(beneficiaryId: string): Promise<{ saleId: string; tag: string }> {
  const tag = await readyComputer();
  const sim = { code: `SIM${Date.now() % 1e6}`, label: 'Carte SIM visible', kind: 'SIM_CARD', cents: 200 };
  const articleId = String((await command(MANAGER, 'createArticle', { ...sim, operator: 'Opérateur visible' }))['id']);
  await command(MANAGER, 'receiveArticles', { id: articleId, quantity: 5 });
  const lines = [{ tag }, { articleId, quantity: 2 }];
  const payments = [{ kind: 'CASH', cents: 7_400 }];
  const saleId = String((await command(MANAGER, 'makeSale', { lines, beneficiaryId, payments }))['id']);
  await command(MANAGER, 'activateSim', { id: saleId, iccid: SIM_NUMBER });
  const back = { lines: [{ articleId }], payments: [{ kind: 'CASH', cents: 200 }], reason: 'carte en trop' };
  await command(MANAGER, 'refundSale', { id: saleId, ...back });
  const { data } = await ask(MANAGER, 'query ($tag: String!) { deviceByTag(tag: $tag) { device { id } } }', { tag });
  const deviceId = (data as { deviceByTag: { device: { id: string } } }).deviceByTag.device.id;
  await command(MANAGER, 'openAfterSalesTicket', { deviceId, fault: 'L’écran reste noir' });
  return { saleId, tag };
}

/** A number that a SIM card may have. */
const SIM_NUMBER = '8933010000000000002';
