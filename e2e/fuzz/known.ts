import { type FieldNode, parse, valueFromASTUntyped } from 'graphql';
import { type Change, changesOf } from '../access/matrix/changes.ts';
import { publicSchema, questionsOf, type Scope } from '../access/matrix/questions.ts';
import type { Records } from '../access/matrix/records.ts';
import { ask } from '../journeys/caller.js';
import { daysAgo } from '../journeys/given.js';
import { spareRecords } from './spare-records.ts';

/** What schemathesis is told of the network: valid examples, ids that exist, and in which state a record has to be for what. */
export interface Known {
  readonly branches: readonly string[];
  /** Arguments by name, for each operation by its label. */
  readonly examples: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Ids by type, tags under `tag`. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly wanted: Readonly<Record<string, readonly string[]>>;
  /** Members whom nobody withdraws: they are the ones who ask. */
  readonly keep: readonly string[];
}

/** The state in which a record is before something is done with it. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  acceptTransfer: ['REQUESTED'],
  refuseTransfer: ['REQUESTED'],
  cancelTransfer: ['REQUESTED', 'ACCEPTED'],
  shipTransfer: ['ACCEPTED'],
  scanTransferredDevice: ['SHIPPED'],
  closeTransfer: ['SHIPPED'],
  explainMissingDevice: ['DISCREPANCY'],
  settleMissingDevice: ['DISCREPANCY'],
  recordDataErasure: ['RECEIVED', 'IN_REFURBISHMENT'],
  reserveDevice: ['READY'],
  lendDevice: ['READY'],
  acceptPrescription: ['PENDING'],
  rejectPrescription: ['PENDING'],
  finishPrescription: ['ACCEPTED', 'IN_PROGRESS'],
  enrolInSeries: ['SCHEDULED'],
  closeSession: ['SCHEDULED'],
  reopenSession: ['CLOSED'],
  voidSale: ['MADE'],
  correctSale: ['MADE'],
};

/** A network that holds one of every record in each branch, and of what is used up a few more. */
export async function knownOf(bordeaux: Records, lille: Records): Promise<Known> {
  const own: Scope = { name: 'own', branch: bordeaux.branch, ids: withAny(bordeaux.ids) };
  const known: Record<string, string[]> = {};
  for (const { ids } of [lille, bordeaux])
    for (const [type, id] of Object.entries(ids)) known[type === 'DeviceLookUp' ? 'tag' : type] = [id];
  for (const [type, id] of await spareRecords(bordeaux)) known[type] = [...(known[type] ?? []), id];
  return { branches: ['BX', 'LI'], examples: examplesOf(own), known, wanted: WANTED, keep: await members() };
}

const withAny = (ids: Scope['ids']) => ({
  ...ids,
  ...Object.fromEntries(
    ['Place', 'Beneficiary', 'Donor', 'Organisation'].map((type) => [`Any${type}`, ids[type] ?? '']),
  ),
});

async function members(): Promise<string[]> {
  const { data } = await ask('administrator', '{ members(first: 50) { items { id } } }');
  return ((data?.['members'] as { items: { id: string }[] } | undefined)?.items ?? []).map(({ id }) => id);
}

/** One valid question and one valid change of every kind, as their arguments. */
function examplesOf(scope: Scope): Record<string, Record<string, unknown>> {
  const schema = publicSchema();
  const questions = questionsOf(schema).filter(({ edge }) => edge.startsWith('Query.'));
  return Object.fromEntries([
    ...questions.map(({ edge, text }) => [edge, argumentsIn(text(scope))] as const),
    ...changesOf(schema).map((change) => [`Mutation.${change.name}`, inputOf(change, scope)] as const),
  ]);
}

function argumentsIn(text: string): Record<string, unknown> {
  const [operation] = parse(text).definitions;
  const field = operation && 'selectionSet' in operation ? operation.selectionSet?.selections[0] : undefined;
  const given = (field as FieldNode | undefined)?.arguments ?? [];
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

function inputOf(change: Change, scope: Scope): Record<string, unknown> {
  const [, name] = /\((\w+): \$v\)/.exec(change.query) ?? [];
  const { v } = change.variables(scope);
  return name ? { [name]: { ...(typeof v === 'object' ? v : {}), ...MORE[change.name] } } : {};
}

/** What a valid example needs besides its required fields. */
const MORE: Readonly<Record<string, Record<string, unknown>>> = {
  changeContact: { givenName: 'Essai', familyName: 'Alpha', noPhone: true, noEmail: true },
  changeSituation: { socialStatus: 'STUDENT' },
  correctDevice: { type: 'SMARTPHONE' },
  createWorkshop: { themes: ['EMAIL'] },
  enrolBeneficiary: { birthYear: 1980, noPhone: true, noEmail: true, privacyNoticeReadOn: daysAgo(1) },
  closeTill: { reason: 'Essai' },
  correctSale: { payments: [{ kind: 'CARD', cents: 7_000 }] },
  gradeDevice: { grade: 'C', reason: 'Essai' },
  lendDevice: { dueOn: daysAgo(-20) },
  makeSale: { payments: [{ kind: 'CASH', cents: 7_000 }] },
  receiveDevice: { type: 'COMPUTER' },
  receiveDonation: { lots: [{ label: 'Carton', expected: 1, weightGrams: 2_000 }] },
  recordDropIn: { gender: 'FEMALE', ageBand: 'FROM_25_TO_39', socialStatus: 'UNEMPLOYED' },
  recordSession: { startsAt: `${daysAgo(2)}T08:00:00.000Z`, endsAt: `${daysAgo(2)}T10:00:00.000Z` },
  removeWaste: { tags: [] },
  requestTransfer: { lines: [{ type: 'COMPUTER', grade: 'B', count: 1 }] },
};
