import { command, sent } from '../../journeys/caller.js';
import { daysAgo } from '../../journeys/given.js';

/** One of every kind of record that a branch has. */
export interface Records {
  readonly branch: string;
  /** Ids and codes by the type of the graph that they name. */
  readonly ids: Readonly<Record<string, string>>;
  /** Words that stand in this branch's records and nowhere else. */
  readonly marks: readonly string[];
}

/** Fills a branch with one of everything, every text of it marked. */
export async function recordsOf(branch: string, manager: string, city: string, communeCode: string): Promise<Records> {
  const mark = (what: string) => `Zq${branch}${what}`;
  const run = async (name: string, input: Record<string, unknown>, fields = 'id') =>
    command(manager, name, input, fields);
  const idOf = async (name: string, input: Record<string, unknown>) => String((await run(name, input))['id']);

  const address = {
    commune: city,
    postcode: `${communeCode.slice(0, 2)}000`,
    address: '1 rue du Pont',
    inseeCode: communeCode,
  };
  const placeId = await idOf('registerPlace', { branch, name: `Lieu ${branch}`, ...address });
  const organisationId = await idOf('registerOrganisation', {
    branch,
    name: mark('organisation'),
    structureType: 'ML',
  });
  const beneficiaryId = await idOf('enrolBeneficiary', {
    kind: 'TRACKED',
    givenName: mark('prenom'),
    familyName: mark('nom'),
    birthYear: 1980,
    phone: branch === 'BX' ? '+33611223344' : '+33655667788',
    email: `${mark('courriel')}@exemple.fr`,
    gender: 'FEMALE',
    socialStatus: 'UNEMPLOYED',
    communeCode,
    orientationSource: 'SELF',
    privacyNoticeReadOn: daysAgo(30),
    occurredOn: daysAgo(30),
  });
  const mergeId = await idOf('mergeBeneficiaries', {
    keptId: await another(manager, communeCode),
    mergedId: await another(manager, communeCode),
    reason: mark('motif'),
  });
  const assessmentId = await idOf('recordAssessment', {
    ...{ beneficiaryId, moment: 'ENTRY', outcome: 'REFUSED', questionnaire: 'SHORT', questionnaireVersion: 1 },
    answers: [],
  });
  const supportJourneyId = await idOf('openSupportJourney', { beneficiaryId });
  await run('planSupportJourney', {
    id: supportJourneyId,
    goals: [{ title: mark('objectif'), steps: [{ title: mark('etape'), owner: 'PERSON', dueOn: daysAgo(-7) }] }],
  });
  const redirectionId = await idOf('redirectPerson', { beneficiaryId, target: 'OTHER', whereto: mark('service') });
  const mandateId = await idOf('giveMandate', { beneficiaryId, themes: ['HOUSING'], duration: 'LONG', agreed: true });
  await run('noteMandateAct', { id: mandateId, theme: 'HOUSING', what: mark('demarche') });
  await run('correctBeneficiary', { id: beneficiaryId, gender: 'MALE', reason: mark('motif') });
  const workshopId = await idOf('createWorkshop', {
    title: mark('atelier'),
    level: 'BEGINNER',
    themes: ['EMAIL'],
    minutes: 120,
  });
  const file = await sent(manager, `${mark('exercice')}.pdf`, '/files/resources', `%PDF-1.4 ${mark('contenu')}`);
  const described = { title: mark('ressource'), level: 'BEGINNER', themes: ['EMAIL'], minutes: 30 };
  const resource = await run('addResource', { branch, ...described, fileId: file }, 'id versions { id }');
  const resourceId = String(resource['id']);
  await run('chooseKit', { workshopId, resourceIds: [resourceId] });
  const startsAt = new Date(Date.now() + 600_000);
  const sessionId = await idOf('scheduleSession', {
    workshopId,
    placeId,
    room: mark(`salle${Date.now()}`),
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(),
    seats: 8,
  });
  const pattern = { firstDay: daysAgo(-7), weekdays: [1, 2, 3, 4, 5, 6, 7], weeks: 1, startsAt: '09:30', minutes: 60 };
  const seriesId = await idOf('scheduleSeries', { workshopId, placeId, seats: 8, pattern });
  const small = await idOf('scheduleSession', {
    workshopId,
    placeId,
    startsAt: new Date(startsAt.getTime() + 86_400_000).toISOString(),
    endsAt: new Date(startsAt.getTime() + 90_000_000).toISOString(),
    seats: 1,
  });
  await run('enrolInSession', { sessionId: small, beneficiaryId: await another(manager, communeCode) });
  const waitlistEntryId = await idOf('joinWaitlist', { sessionId: small, beneficiaryId });
  const shiftId = await idOf('scheduleShift', {
    ...{ branch, placeId, needed: 3, skills: ['EMAIL'] },
    startsAt: new Date(startsAt.getTime() + 172_800_000).toISOString(),
    endsAt: new Date(startsAt.getTime() + 180_000_000).toISOString(),
  });
  const calendarFeedId = await idOf('openCalendarFeed', { branch });
  const shiftFeedId = await idOf('openShiftFeed', { branch });
  await run('setAvailability', { branch, weekly: [], away: [] });
  const enrolmentId = await idOf('enrolInSession', { sessionId, beneficiaryId });
  const act = { minutes: 30, themes: ['EMAIL'], beneficiaryId };
  const supportActId = await idOf('recordDropIn', act);
  await run('correctSupportAct', { supportActId, minutes: 45, themes: ['EMAIL'], reason: mark('motif') });
  const refusedDropInId = await idOf('refuseDropIn', { placeId });
  const donorId = await idOf('registerDonor', { kind: 'PERSON', name: mark('donateur') });
  const lots = [{ label: mark('lot'), expected: 2, weightGrams: 5_000 }];
  const gift = await run('receiveDonation', { donorId, lots }, 'id lots { id }');
  const lotId = (gift['lots'] as { id: string }[])[0]?.id ?? '';
  await run('removeWaste', { tags: [], collector: mark('filiere'), slip: mark(`bsd${Date.now()}`), weightGrams: 900 });
  const device = await run(
    'receiveDevice',
    { type: 'COMPUTER', lotId, specs: { serial: mark('serie'), notes: mark('note') } },
    'id tag',
  );
  const spare = await run('receiveDevice', { type: 'COMPUTER' }, 'id tag');
  const ready = async ({ id }: Record<string, unknown>) => {
    await run('gradeDevice', { id, grade: 'B', reason: mark('motif') });
    await run('recordDataErasure', { id, method: 'OVERWRITTEN', proof: mark('preuve') });
    await run('moveDevice', { id, state: 'READY' });
    return String(id);
  };
  await ready(device);
  const article = {
    code: `${branch}${Date.now().toString(36).toUpperCase()}`,
    label: mark('article'),
    kind: 'SIM_CARD',
    cents: 200,
  };
  const articleId = await idOf('createArticle', article);
  await run('receiveArticles', { id: articleId, quantity: 3 });
  const saleId = await idOf('makeSale', {
    lines: [{ tag: device['tag'] }, { articleId }],
    beneficiaryId,
    payments: [{ kind: 'CASH', cents: 7_200 }],
  });
  await run('activateSim', { id: saleId, iccid: newIccid() });
  const ticketId = await idOf('openAfterSalesTicket', { deviceId: device['id'], fault: mark('panne') });
  const saleExceptionId = await idOf('bringInSale', {
    lines: [{ tag: device['tag'], unitCents: 7_000 }],
    beneficiaryId,
    payments: [{ kind: 'CASH', cents: 7_000 }],
    occurredAt: new Date().toISOString(),
  });
  const kept = await ready(await run('receiveDevice', { type: 'COMPUTER' }, 'id tag'));
  const reservationId = await idOf('reserveDevice', { deviceId: kept, beneficiaryId });
  const lent = await ready(await run('receiveDevice', { type: 'COMPUTER' }, 'id tag'));
  const loanId = await idOf('lendDevice', { deviceId: lent, beneficiaryId, dueOn: daysAgo(-30) });
  const transferId = await idOf('requestTransfer', {
    from: 'LY',
    lines: [{ type: 'COMPUTER', grade: 'B', count: 2 }],
  });
  const fileId = await sent(manager, `${mark('fichier')}.csv`, '/files', 'nom;commune\nLieu;Bordeaux\n');
  const importRunId = await idOf('importPlaces', { fileId, source: mark('source'), dryRun: true });
  const list = `Prénom;Nom\n${mark('importe')};${mark('nom')}\n`;
  const peopleFileId = await sent(manager, `${mark('liste')}.csv`, '/files/people', list);
  const peopleImportId = await idOf('importPeople', {
    fileId: peopleFileId,
    source: mark('source'),
    dryRun: true,
    privacyNoticeReadOn: daysAgo(30),
  });
  return {
    branch,
    ids: {
      Beneficiary: beneficiaryId,
      Merge: mergeId,
      Assessment: assessmentId,
      SupportJourney: supportJourneyId,
      Redirection: redirectionId,
      Mandate: mandateId,
      Device: String(spare['id']),
      DeviceLookUp: String(spare['tag']),
      Donor: donorId,
      Donation: String(gift['id']),
      Lot: lotId,
      Sale: saleId,
      SaleException: saleExceptionId,
      AfterSalesTicket: ticketId,
      Organisation: organisationId,
      Place: placeId,
      Session: sessionId,
      Shift: shiftId,
      WorkshopSeries: seriesId,
      Series: seriesId,
      WaitlistEntry: waitlistEntryId,
      CalendarFeed: calendarFeedId,
      ShiftFeed: shiftFeedId,
      Workshop: workshopId,
      Resource: resourceId,
      ResourceVersion: (resource['versions'] as { id: string }[])[0]?.id ?? '',
      Enrolment: enrolmentId,
      SupportAct: supportActId,
      RefusedDropIn: refusedDropInId,
      Article: articleId,
      EquipmentTransfer: transferId,
      Reservation: reservationId,
      Loan: loanId,
      ImportFile: fileId,
      ImportRun: importRunId,
      PeopleFile: peopleFileId,
      PeopleImport: peopleImportId,
      Branch: branch,
    },
    marks: [`Zq${branch}`, branch === 'BX' ? '611223344' : '655667788', String(device['tag'])],
  };
}

/** Somebody else of the branch, who holds the seat that is waited for. */
async function another(manager: string, communeCode: string): Promise<string> {
  const enrolled = await command(
    manager,
    'enrolBeneficiary',
    {
      kind: 'TRACKED',
      givenName: 'Place',
      familyName: 'Occupée',
      birthYear: 1955,
      gender: 'MALE',
      socialStatus: 'RETIRED',
      communeCode,
      orientationSource: 'SELF',
      privacyNoticeReadOn: daysAgo(30),
      occurredOn: daysAgo(30),
    },
    'id',
  );
  return String(enrolled['id']);
}

/** A number that no SIM card had yet, with its check digit. */
function newIccid(): string {
  const digits = `893301${String(Date.now()).slice(1)}`;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
