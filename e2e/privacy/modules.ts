import type { Type } from '@nestjs/common';
import { BeneficiariesModule } from '../../services/beneficiaries/src/beneficiaries.module.js';
import { EquipmentModule } from '../../services/equipment/src/equipment.module.js';
import { NetworkModule } from '../../services/network/src/network.module.js';
import { ReportingModule } from '../../services/reporting/src/reporting.module.js';
import { WorkshopsModule } from '../../services/workshops/src/workshops.module.js';

/** Every service that keeps tables. */
export const MODULES: readonly Type[] = [
  NetworkModule,
  BeneficiariesModule,
  WorkshopsModule,
  EquipmentModule,
  ReportingModule,
];
