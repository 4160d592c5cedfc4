import { start } from '#runtime';
import { loadEquipmentConfig } from './config.js';
import { EquipmentModule } from './equipment.module.js';

await start(EquipmentModule, loadEquipmentConfig);
