import { itExportsEverythingHeld } from '#testing';
import { EquipmentModule } from './equipment.module.js';

itExportsEverythingHeld(EquipmentModule);
