import { Equipment1760000000002 } from './0001-equipment.js';
import { DeviceStepTurn1760000000003 } from './0002-device-step-turn.js';
import { RoleWall1760000000020 } from './0003-role-wall.js';
import { ErasedPeople1760000000021 } from './0004-erased-people.js';
import { Transfers1760000000030 } from './0005-transfers.js';
import { Limits1760000000040 } from './0006-limits.js';
import { ReservationsAndLoans1760000000050 } from './0007-reservations-and-loans.js';
import { Entitlements1760000000051 } from './0008-entitlements.js';
import { DataErasure1760000000060 } from './0009-data-erasure.js';
import { SamePerson1760000000070 } from './0010-same-person.js';
import { Donations1760000000071 } from './0011-donations.js';
import { Audits1760000000072 } from './0012-audits.js';
import { TillDays1760000000073 } from './0013-till-days.js';
import { BranchCities1760000000074 } from './0014-branch-cities.js';
import { KnownPeopleWall1760000000090 } from './0015-known-people-wall.js';
import { Returns1760000000110 } from './0016-returns.js';
import { Connectivity1760000000120 } from './0017-connectivity.js';
import { ReorderLevels1760000000130 } from './0018-reorder-levels.js';
import { SaleExceptions1760000000140 } from './0019-sale-exceptions.js';
import { GradeRules1760000000150 } from './0020-grade-rules.js';

/** Every step that the tables of equipment have taken, in order. */
export const MIGRATIONS = [
  Equipment1760000000002,
  DeviceStepTurn1760000000003,
  RoleWall1760000000020,
  ErasedPeople1760000000021,
  Transfers1760000000030,
  Limits1760000000040,
  ReservationsAndLoans1760000000050,
  Entitlements1760000000051,
  DataErasure1760000000060,
  SamePerson1760000000070,
  Donations1760000000071,
  Audits1760000000072,
  TillDays1760000000073,
  BranchCities1760000000074,
  KnownPeopleWall1760000000090,
  Returns1760000000110,
  Connectivity1760000000120,
  ReorderLevels1760000000130,
  SaleExceptions1760000000140,
  GradeRules1760000000150,
] as const;
