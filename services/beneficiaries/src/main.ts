import { start } from '#runtime';
import { BeneficiariesModule } from './beneficiaries.module.js';
import { loadBeneficiariesConfig } from './config.js';

await start(BeneficiariesModule, loadBeneficiariesConfig);
