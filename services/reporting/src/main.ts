import { start } from '#runtime';
import { loadReportingConfig } from './config.js';
import { ReportingModule } from './reporting.module.js';

await start(ReportingModule, loadReportingConfig);
