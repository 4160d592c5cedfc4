import type { Permission } from '../../../../libs/access/src/permissions.js';
import type { MessageId } from '../i18n/fr.js';

/** `workshops/schedule-session`: the folder of a page, the same words as the service's slice. */
export type Slice = `${string}/${string}`;

/** One address of the dashboard: nouns of the vocabulary, the same in every language. */
export interface Address {
  readonly path: string;
  readonly slice: Slice;
  /** The page's name, for the « go to » list and for the tab. Never a person's. */
  readonly title: MessageId;
  /** Without it the page says that it is not theirs to see; absent = anybody signed in. */
  readonly needs?: Permission;
  /** It speaks of one branch: whoever sees several chooses one first. */
  readonly ofOneBranch?: true;
}

/**
 * All addresses. The order matters to nobody; an address whose slice has no page file yet answers « not found » and
 * appears in no menu.
 */
export const ADDRESSES = {
  today: {
    path: '/today',
    slice: 'workshops/show-today',
    title: 'page.today',
    needs: 'RecordDropIn',
    ofOneBranch: true,
  },
  people: {
    path: '/people',
    slice: 'beneficiaries/list-beneficiaries',
    title: 'page.people',
    needs: 'ReadBeneficiaries',
  },
  enrol: {
    path: '/people/new',
    slice: 'beneficiaries/enrol-beneficiary',
    title: 'page.enrol',
    needs: 'EnrolBeneficiary',
  },
  soonArchived: {
    path: '/people/soon-archived',
    slice: 'beneficiaries/list-soon-archived',
    title: 'page.soonArchived',
    needs: 'ReadBeneficiaries',
  },
  prescriptions: {
    path: '/prescriptions',
    slice: 'beneficiaries/list-prescriptions',
    title: 'page.prescriptions',
    needs: 'AnswerPrescriptions',
    ofOneBranch: true,
  },
  prescribe: {
    path: '/prescribe',
    slice: 'beneficiaries/prescribe-person',
    title: 'page.prescribe',
    needs: 'PrescribePeople',
  },
  duplicates: {
    path: '/people/duplicates',
    slice: 'beneficiaries/list-duplicate-pairs',
    title: 'page.duplicates',
    needs: 'MergeBeneficiaries',
  },
  erasures: {
    path: '/people/erasures',
    slice: 'beneficiaries/list-erasures',
    title: 'page.erasures',
    needs: 'ReadErasures',
  },
  setAside: {
    path: '/people/set-aside',
    slice: 'beneficiaries/list-restricted-beneficiaries',
    title: 'page.setAside',
    needs: 'LimitBeneficiaries',
  },
  person: {
    path: '/people/$id',
    slice: 'beneficiaries/show-beneficiary',
    title: 'page.person',
    needs: 'ReadBeneficiaries',
  },
  sessions: {
    path: '/sessions',
    slice: 'workshops/list-sessions',
    title: 'page.sessions',
    needs: 'ReadSessions',
    ofOneBranch: true,
  },
  sessionYear: {
    path: '/sessions/year',
    slice: 'workshops/show-session-density',
    title: 'page.sessionYear',
    needs: 'ReadSessions',
  },
  newSession: {
    path: '/sessions/new',
    slice: 'workshops/schedule-session',
    title: 'page.newSession',
    needs: 'PlanSessions',
    ofOneBranch: true,
  },
  session: { path: '/sessions/$id', slice: 'workshops/show-session', title: 'page.session', needs: 'ReadSessions' },
  allSeries: {
    path: '/series',
    slice: 'workshops/list-series',
    title: 'page.allSeries',
    needs: 'ReadSessions',
    ofOneBranch: true,
  },
  newSeries: {
    path: '/series/new',
    slice: 'workshops/schedule-series',
    title: 'page.newSeries',
    needs: 'PlanSessions',
    ofOneBranch: true,
  },
  series: { path: '/series/$id', slice: 'workshops/show-series', title: 'page.series', needs: 'ReadSessions' },
  attendance: {
    path: '/sessions/$id/attendance',
    slice: 'workshops/mark-attendance',
    title: 'page.attendance',
    needs: 'MarkAttendance',
  },
  newWorkshop: {
    path: '/workshops/new',
    slice: 'workshops/create-workshop',
    title: 'page.newWorkshop',
    needs: 'PlanSessions',
    ofOneBranch: true,
  },
  workshop: {
    path: '/workshops/$id',
    slice: 'workshops/revise-workshop',
    title: 'page.workshop',
    needs: 'PlanSessions',
    ofOneBranch: true,
  },
  dropIn: {
    path: '/drop-in',
    slice: 'workshops/record-drop-in',
    title: 'page.dropIn',
    needs: 'RecordDropIn',
    ofOneBranch: true,
  },
  shifts: {
    path: '/shifts',
    slice: 'workshops/list-shifts',
    title: 'page.shifts',
    needs: 'TakeShifts',
    ofOneBranch: true,
  },
  till: { path: '/till', slice: 'equipment/make-sale', title: 'page.till', needs: 'Sell', ofOneBranch: true },
  sale: { path: '/sales/$id', slice: 'equipment/show-sale', title: 'page.sale', needs: 'ReadSales' },
  devices: {
    path: '/devices',
    slice: 'equipment/list-devices',
    title: 'page.devices',
    needs: 'ReadStock',
    ofOneBranch: true,
  },
  newDevice: {
    path: '/devices/new',
    slice: 'equipment/receive-device',
    title: 'page.newDevice',
    needs: 'HandleDevices',
    ofOneBranch: true,
  },
  loans: {
    path: '/devices/loans',
    slice: 'equipment/list-loans',
    title: 'page.loans',
    needs: 'Sell',
    ofOneBranch: true,
  },
  balance: { path: '/devices/balance', slice: 'equipment/show-balance', title: 'page.balance', needs: 'ReadStock' },
  donors: { path: '/donors', slice: 'network/list-donors', title: 'page.donors', needs: 'ReadDonors' },
  donor: { path: '/donors/$id', slice: 'network/show-donor', title: 'page.donor', needs: 'ReadDonors' },
  lot: { path: '/lots/$id', slice: 'equipment/show-lot', title: 'page.lot', needs: 'ReadDonors' },
  audit: {
    path: '/devices/audit',
    slice: 'equipment/audit-devices',
    title: 'page.audit',
    needs: 'HandleDevices',
    ofOneBranch: true,
  },
  waste: {
    path: '/devices/waste',
    slice: 'equipment/list-waste',
    title: 'page.waste',
    needs: 'ReadStock',
    ofOneBranch: true,
  },
  transfers: { path: '/transfers', slice: 'equipment/list-transfers', title: 'page.transfers', needs: 'ReadStock' },
  transfer: { path: '/transfers/$id', slice: 'equipment/show-transfer', title: 'page.transfer', needs: 'ReadStock' },
  device: { path: '/devices/$tag', slice: 'equipment/show-device', title: 'page.device', needs: 'ReadStock' },
  tariff: { path: '/tariff', slice: 'equipment/set-tariff', title: 'page.tariff', needs: 'ReadTariff' },
  network: { path: '/network', slice: 'reporting/show-network', title: 'page.network', needs: 'ReadNetworkFigures' },
  figureEvents: {
    path: '/figures/events',
    slice: 'reporting/list-figure-events',
    title: 'page.figureEvents',
    needs: 'ReadFigures',
  },
  corrections: {
    path: '/corrections',
    slice: 'reporting/list-corrections',
    title: 'page.corrections',
    needs: 'ReadFigures',
  },
  publications: {
    path: '/publications',
    slice: 'reporting/publish-quarter',
    title: 'page.publications',
    needs: 'PublishFigures',
  },
  branch: { path: '/branches/$code', slice: 'reporting/show-branch', title: 'page.branch', needs: 'ReadBranches' },
  branches: { path: '/branches', slice: 'network/list-branches', title: 'page.branches', needs: 'ReadBranches' },
  newBranch: { path: '/branches/new', slice: 'network/open-branch', title: 'page.newBranch', needs: 'OpenBranch' },
  changeBranch: {
    path: '/branches/$code/change',
    slice: 'network/change-branch',
    title: 'page.changeBranch',
    needs: 'OpenBranch',
  },
  places: { path: '/places', slice: 'network/list-places', title: 'page.places', needs: 'ReadPlaces' },
  newPlace: { path: '/places/new', slice: 'network/register-place', title: 'page.newPlace', needs: 'EditPlaces' },
  place: { path: '/places/$id', slice: 'network/show-place', title: 'page.place', needs: 'ReadPlaces' },
  importPlaces: {
    path: '/places/import',
    slice: 'network/import-places',
    title: 'page.importPlaces',
    needs: 'ImportPlaces',
  },
  importRun: {
    path: '/places/import/$runId',
    slice: 'network/show-import',
    title: 'page.importRun',
    needs: 'ImportPlaces',
  },
  members: { path: '/members', slice: 'network/list-members', title: 'page.members', needs: 'ReadMembers' },
  newMember: { path: '/members/new', slice: 'network/invite-member', title: 'page.newMember', needs: 'EditMembers' },
  helpers: {
    path: '/members/helpers',
    slice: 'network/list-helpers',
    title: 'page.helpers',
    needs: 'ReadMembers',
    ofOneBranch: true,
  },
  member: { path: '/members/$id', slice: 'network/show-member', title: 'page.member', needs: 'ReadMembers' },
  accesses: { path: '/audit', slice: 'beneficiaries/list-accesses', title: 'page.accesses', needs: 'ReadAccesses' },
  status: { path: '/status', slice: 'gateway/show-status', title: 'page.status', needs: 'ReadStatus' },
  developer: { path: '/developer', slice: 'gateway/show-console', title: 'page.developer' },
} as const satisfies Readonly<Record<string, Address>>;

export type AddressName = keyof typeof ADDRESSES;
