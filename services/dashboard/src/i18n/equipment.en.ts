import type { equipment as french } from './equipment.fr.js';

/** Sentences of the stock, in English. */
export const equipment: Readonly<Record<keyof typeof french, string>> = {
  'devices.specs': 'Specifications',
  'devices.specsHelp': 'What is already known; the rest can be measured when grading.',
  'devices.ram': 'Memory, in GB',
  'devices.storage': 'Storage, in GB',
  'devices.storageKind': 'Disk',
  'devices.cpu': 'Processor mark',
  'devices.os': 'System',
  'devices.battery': 'Battery, in %',
  'devices.serial': 'Serial number',
  'devices.imei': 'IMEI',
  'devices.notes': 'Look, missing parts',
  'devices.notStated': 'Not stated',
  'devices.byRule': 'Computed by the rule',
  'devices.byHand': 'Chosen by hand',
  'devices.how': 'How',
  'devices.technicalNote': 'Note of the technical test, −2 to 2',
  'devices.lookNote': 'Note of the look, −2 to 2',
  'devices.gradedBy': 'Rule applied',
  'devices.handGrade': 'By hand',
  'devices.noGrade': 'Not graded yet',
  'devices.graded': 'Grade given.',
  'devices.moved': 'State changed: {state}.',
  'devices.noStep': 'No step possible: this device is at the end of its way.',
};
