import type { MessageId } from '../i18n/fr.js';
import type { Slice } from './pages.js';

/** One address of the dashboard: nouns of the vocabulary, the same in every language. */
export interface Address {
  readonly path: string;
  readonly slice: Slice;
  /** The page's name, for the « go to » list and for the tab. Never a person's. */
  readonly title: MessageId;
}

/**
 * All addresses. The order matters to nobody; an address whose slice has no page file yet answers « not found » and
 * appears in no menu.
 */
export const ADDRESSES = {
  today: { path: '/today', slice: 'workshops/show-today', title: 'page.today' },
  people: { path: '/people', slice: 'beneficiaries/list-beneficiaries', title: 'page.people' },
  enrol: { path: '/people/new', slice: 'beneficiaries/enrol-beneficiary', title: 'page.enrol' },
  person: { path: '/people/$id', slice: 'beneficiaries/show-beneficiary', title: 'page.person' },
  sessions: { path: '/sessions', slice: 'workshops/list-sessions', title: 'page.sessions' },
  newSession: { path: '/sessions/new', slice: 'workshops/schedule-session', title: 'page.newSession' },
  session: { path: '/sessions/$id', slice: 'workshops/show-session', title: 'page.session' },
  attendance: { path: '/sessions/$id/attendance', slice: 'workshops/mark-attendance', title: 'page.attendance' },
  newWorkshop: { path: '/workshops/new', slice: 'workshops/create-workshop', title: 'page.newWorkshop' },
  dropIn: { path: '/drop-in', slice: 'workshops/record-drop-in', title: 'page.dropIn' },
  till: { path: '/till', slice: 'equipment/make-sale', title: 'page.till' },
  sale: { path: '/sales/$id', slice: 'equipment/show-sale', title: 'page.sale' },
  devices: { path: '/devices', slice: 'equipment/list-devices', title: 'page.devices' },
  newDevice: { path: '/devices/new', slice: 'equipment/receive-device', title: 'page.newDevice' },
  device: { path: '/devices/$tag', slice: 'equipment/show-device', title: 'page.device' },
  tariff: { path: '/tariff', slice: 'equipment/set-tariff', title: 'page.tariff' },
  network: { path: '/network', slice: 'reporting/show-network', title: 'page.network' },
  branch: { path: '/branches/$code', slice: 'reporting/show-branch', title: 'page.branch' },
  branches: { path: '/branches', slice: 'network/list-branches', title: 'page.branches' },
  newBranch: { path: '/branches/new', slice: 'network/open-branch', title: 'page.newBranch' },
  changeBranch: { path: '/branches/$code/change', slice: 'network/change-branch', title: 'page.changeBranch' },
  places: { path: '/places', slice: 'network/list-places', title: 'page.places' },
  newPlace: { path: '/places/new', slice: 'network/register-place', title: 'page.newPlace' },
  place: { path: '/places/$id', slice: 'network/show-place', title: 'page.place' },
  importPlaces: { path: '/places/import', slice: 'network/import-places', title: 'page.importPlaces' },
  importRun: { path: '/places/import/$runId', slice: 'network/show-import', title: 'page.importRun' },
  status: { path: '/status', slice: 'gateway/show-status', title: 'page.status' },
  developer: { path: '/developer', slice: 'gateway/show-console', title: 'page.developer' },
} as const satisfies Readonly<Record<string, Address>>;

export type AddressName = keyof typeof ADDRESSES;
