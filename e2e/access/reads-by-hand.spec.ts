import { globSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import ts from 'typescript';

/**
 * SQL written by hand that reads a branch's table without `within`, and why. TypeORM's queries are bound by themselves; whoever
 * writes SQL has to say it, or stand here.
 */
const UNBOUND: Readonly<Record<string, string>> = {
  'beneficiaries/src/beneficiaries/announce-age-bands/announce-age-bands.ts': 'a worker: every branch grows older',
  'beneficiaries/src/beneficiaries/list-likely-duplicates/find-likely-duplicates.ts':
    'people are known to the whole network: of others initials and year alone, and the look is written down',
  'beneficiaries/src/duplicates/list-duplicate-pairs/list-duplicate-pairs.resolver.ts':
    'of people whose pair was just read within reach: of others initials and year alone, and the look is written down',
  'beneficiaries/src/duplicates/propose-duplicates/propose-duplicates.ts':
    'a worker: people are compared with the whole network',
  'beneficiaries/src/imports/already-there.ts': 'a worker: a list is carried out in the branch it was taken in for',
  'beneficiaries/src/imports/carry-out-imports/carry-out-imports.ts': 'a worker: lists of every branch wait their turn',
  'beneficiaries/src/erasures/when-beneficiary-erased/when-beneficiary-erased.ts':
    'a reaction: a person is erased in every branch',
  'beneficiaries/src/erasures/erase-record.ts':
    'of a person who was just loaded within reach, or by the journal, for every branch',
  'beneficiaries/src/notices/plan-notice.ts': 'a reaction: of the person that the fact names',
  'beneficiaries/src/notices/send-notices/due-notices.ts': 'a worker: the clock runs in every branch',
  'beneficiaries/src/notices/when-seat-changed/when-seat-changed.ts':
    'a reaction: of the seats of the session it names',
  'beneficiaries/src/notices/when-seat-offered/when-seat-offered.ts': 'a reaction: of the person that the fact names',
  'beneficiaries/src/prescriptions/forget-prescriptions/forget-prescriptions.ts':
    'a worker: time passes in every branch',
  'beneficiaries/src/prescriptions/prescribe-by-mail/prescribe-by-mail.ts':
    'a worker: whoever holds a signed link writes or follows the one prescription that it names',
  'beneficiaries/src/prescriptions/prescription-told.ts':
    'of prescriptions that were just read within reach: the day it is, and that of a first contact in any branch',
  'beneficiaries/src/prescriptions/send-letters/due-letters.ts': 'a worker: the clock runs in every branch',
  'beneficiaries/src/prescriptions/tell-delays/tell-delays.ts': 'a worker: time passes in every branch',
  'beneficiaries/src/register.ts':
    'an export: of a person found to be of the reader’s branches, what they did elsewhere as well',
  'beneficiaries/src/retention/contacts.ts':
    'a reaction, or of a person who was just loaded within reach: a contact in any branch is one',
  'beneficiaries/src/retention/due.ts': 'a worker: time passes in every branch',
  'equipment/src/after-sales/take-goods-back.ts': 'of a device of a sale that was just loaded within reach',
  'equipment/src/articles/keep-article.ts': 'of an article that was just loaded within reach, and locked',
  'equipment/src/devices/show-device/show-device.resolver.ts':
    'tags are unique in the network: of others state and branch alone',
  'equipment/src/devices/void-device/void-device.ts': 'of a device that was just loaded within reach',
  'equipment/src/donations/show-impact/show-impact.resolver.ts':
    'of donors whose gifts were just found within reach: how many of their devices are in which state, wherever they went',
  'equipment/src/known/when-beneficiary-erased/when-beneficiary-erased.ts':
    'a reaction: a person is erased in every branch',
  'equipment/src/register.ts':
    'an export: of a person found to be of the reader’s branches, what they did elsewhere as well',
  'equipment/src/reservations/expire-reservations/expire-reservations.ts': 'a worker: time runs out in every branch',
  'equipment/src/sales/void-sale/void-sale.ts': 'of a sale that was just loaded within reach',
  'equipment/src/sales/restamp-sales.ts': 'a reaction: what is learned of a person holds in every branch',
  'network/src/letters/tell-managers/tell-managers.ts':
    'a worker: whoever manages a branch is written to, in every branch',
  'workshops/src/resources/retire-resource/retire-resource.ts': 'of a resource that was just loaded within reach',
  'workshops/src/resources/choose-kit/choose-kit.ts': 'of a workshop that was just loaded within reach',
  'workshops/src/shifts/list-shifts/list-shifts.resolver.ts':
    'narrows shifts, which TypeORM binds, to those that the reader has a part in',
  'workshops/src/calendars/show-calendar/show-calendar.ts':
    'a worker: whoever holds the address of a helper’s own shifts reads those, in every branch',
  'workshops/src/shifts/candidates.ts':
    'of a shift that was just read within reach: that somebody is elsewhere at that time holds in every branch',
  'workshops/src/shifts/gap.ts':
    'a worker: time passes in every branch; besides, who comes to a shift that was just loaded within reach',
  'workshops/src/waitlist/pass-on-offers/pass-on-offers.ts': 'a worker: the clock runs in every branch',
  'workshops/src/known/when-beneficiary-erased/when-beneficiary-erased.ts':
    'a reaction: a person is erased in every branch',
  'workshops/src/register.ts':
    'an export: of a person found to be of the reader’s branches, what they did elsewhere as well',
};

/** Figures are bound by the view that every question of them begins with: `visibleBranches`. */
const FIGURES = /^reporting\//;

const root = 'services';
const migrations = globSync(`${root}/*/migrations/*.ts`).map((file) => readFileSync(file, 'utf8'));
const owned = [...migrations.join('\n').matchAll(/protect\('([a-z_]+)'\)/g)].map(([, table]) => String(table));
const reading = new RegExp(`\\b(FROM|JOIN)\\s+(${owned.join('|')})\\b`);

/** The statements in a file, each as it is written, with what stands in its placeholders. */
function statementsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
      found.push(node.getText());
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = globSync(`${root}/*/src/**/*.ts`, { exclude: (name) => name === 'node_modules' || name === 'dashboard' })
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => file.slice(root.length + 1));
const unbound = files.filter(
  (file) =>
    !FIGURES.test(file) &&
    statementsIn(`${root}/${file}`).some((text) => reading.test(text) && !text.includes('${within(')),
);

it('binds every read of a branch’s table that is written by hand, or says why not', () => {
  expect(owned).toContain('sale');
  expect(unbound.toSorted()).toEqual(Object.keys(UNBOUND).toSorted());
});
