import { ListWasteResolver } from './list-waste/list-waste.resolver.js';
import { RemoveWaste } from './remove-waste/remove-waste.js';
import { RemoveWasteResolver } from './remove-waste/remove-waste.resolver.js';

/** The slices of waste, for the service's table of contents. */
export const WASTE = [RemoveWaste, RemoveWasteResolver, ListWasteResolver];
