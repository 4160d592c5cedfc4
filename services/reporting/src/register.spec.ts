import { itExportsEverythingHeld } from '#testing';
import { ReportingModule } from './reporting.module.js';

itExportsEverythingHeld(ReportingModule);
