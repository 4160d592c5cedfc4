import { itExportsEverythingHeld } from '#testing';
import { WorkshopsModule } from './workshops.module.js';

itExportsEverythingHeld(WorkshopsModule);
