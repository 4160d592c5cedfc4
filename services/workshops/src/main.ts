import { start } from '#runtime';
import { loadWorkshopsConfig } from './config.js';
import { WorkshopsModule } from './workshops.module.js';

await start(WorkshopsModule, loadWorkshopsConfig);
