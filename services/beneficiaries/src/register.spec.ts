import { itExportsEverythingHeld } from '#testing';
import { BeneficiariesModule } from './beneficiaries.module.js';

itExportsEverythingHeld(BeneficiariesModule);
