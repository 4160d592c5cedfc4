import {
  type Icon,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconChartBar,
  IconCode,
  IconDeviceLaptop,
  IconEye,
  IconHeartbeat,
  IconHistory,
  IconHome,
  IconMapPin,
  IconMessages,
  IconReceiptEuro,
  IconTag,
  IconUser,
  IconUsers,
  IconWorldShare,
} from '@tabler/icons-react';
import type { Role } from '../../../../libs/access/src/permissions.js';
import type { MessageId } from '../i18n/fr.js';
import { hasPage } from './pages.js';
import { ADDRESSES, type AddressName } from './routes.js';

/** One entry of the rail: a word and an icon, always both. */
export interface Entry {
  readonly to: AddressName;
  readonly label: MessageId;
  readonly icon: Icon;
}

const E = {
  today: { to: 'today', label: 'nav.today', icon: IconHome },
  dropIn: { to: 'dropIn', label: 'nav.dropIn', icon: IconMessages },
  people: { to: 'people', label: 'nav.people', icon: IconUser },
  sessions: { to: 'sessions', label: 'nav.sessions', icon: IconCalendarEvent },
  devices: { to: 'devices', label: 'nav.devices', icon: IconDeviceLaptop },
  transfers: { to: 'transfers', label: 'page.transfers', icon: IconDeviceLaptop },
  shifts: { to: 'shifts', label: 'page.shifts', icon: IconUsers },
  till: { to: 'till', label: 'nav.till', icon: IconReceiptEuro },
  helperValue: { to: 'helperValue', label: 'page.helperValue', icon: IconUsers },
  figures: { to: 'branch', label: 'nav.figures', icon: IconChartBar },
  network: { to: 'network', label: 'nav.network', icon: IconChartBar },
  corrections: { to: 'corrections', label: 'nav.corrections', icon: IconHistory },
  publications: { to: 'publications', label: 'nav.publications', icon: IconWorldShare },
  branches: { to: 'branches', label: 'nav.branches', icon: IconBuildingCommunity },
  places: { to: 'places', label: 'nav.places', icon: IconMapPin },
  tariff: { to: 'tariff', label: 'nav.tariff', icon: IconTag },
  members: { to: 'members', label: 'nav.members', icon: IconUsers },
  status: { to: 'status', label: 'nav.status', icon: IconHeartbeat },
  accesses: { to: 'accesses', label: 'nav.accesses', icon: IconEye },
  developer: { to: 'developer', label: 'nav.developer', icon: IconCode },
  openSessions: { to: 'sessions', label: 'nav.openSessions', icon: IconCalendarEvent },
  prescribe: { to: 'prescribe', label: 'page.prescribe', icon: IconUsers },
  orient: { to: 'enrol', label: 'nav.orient', icon: IconUser },
  readFigures: { to: 'network', label: 'nav.figures', icon: IconChartBar },
} as const satisfies Record<string, Entry>;

/** The first entry of a role is its landing page. */
const ENTRIES: Readonly<Record<Role, readonly Entry[]>> = {
  HELPER: [E.today, E.dropIn, E.people, E.sessions, E.devices, E.till, E.shifts],
  BRANCH_MANAGER: [
    E.today,
    E.people,
    E.sessions,
    E.devices,
    E.till,
    E.dropIn,
    E.figures,
    E.shifts,
    E.places,
    E.members,
  ],
  NATIONAL_COORDINATOR: [
    E.network,
    E.corrections,
    E.publications,
    E.branches,
    E.places,
    E.tariff,
    E.helperValue,
    E.transfers,
  ],
  PRESCRIBER: [E.openSessions, E.prescribe, E.orient],
  AUDITOR: [E.readFigures, E.accesses, E.corrections, E.branches],
  ADMINISTRATOR: [E.status, E.members, E.branches, E.places],
  API_CLIENT: [E.developer],
  PERSONS_CLIENT: [E.developer],
};

/** What this role finds in its menu, in order; pages that do not exist are not announced. */
export function entriesOf(role: Role): readonly Entry[] {
  return ENTRIES[role].filter((entry) => hasPage(ADDRESSES[entry.to].slice));
}

/** The address of an entry; the branch manager's figures are those of their own branch. */
export function hrefOf(entry: Entry, ownBranch: string | undefined): string {
  return ADDRESSES[entry.to].path.replace('$code', ownBranch ?? '');
}
