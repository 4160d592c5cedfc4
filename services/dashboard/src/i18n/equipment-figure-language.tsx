import { equipmentFigures } from './equipment-figures.fr.js';
import { languageOf } from './own-words.js';

/** The words of what became of equipment, for the sheet below. */
export const EquipmentFigureLanguage = languageOf({ sentences: equipmentFigures }, async () => ({
  sentences: (await import('./equipment-figures.en.js')).equipmentFigures,
}));
