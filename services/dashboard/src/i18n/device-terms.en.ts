import type { deviceTerms as french } from './device-terms.fr.js';

export const deviceTerms: { [List in keyof typeof french]: Record<keyof (typeof french)[List], string> } = {
  GradeFactor: {
    RAM: 'Memory',
    STORAGE: 'Storage',
    CPU: 'Processor',
    NVME: 'NVMe disk',
    TECHNICAL_NOTE: 'Technical note',
    LOOK_NOTE: 'Note of the look',
    CAP_HDD: 'Cap: hard disk',
    CAP_WINDOWS_10: 'Cap: Windows 10',
    CAP_SSD_SLOW_CPU: 'Cap: SSD and slow processor',
    CAP_HDD_SLOW_CPU: 'Cap: hard disk and slow processor',
  },
  DeviceStepKind: {
    RECEIVED: 'Received',
    GRADED: 'Graded',
    MOVED: 'State changed',
    SOLD: 'Sold',
    SALE_VOIDED: 'Sale taken back',
    GIVEN_BACK: 'Given back by the buyer',
    RESERVED: 'Reserved',
    RELEASED: 'Released',
    LENT: 'Lent',
    BROUGHT_BACK: 'Returned',
    SHIPPED: 'Shipped',
    ARRIVED: 'Arrived',
    CORRECTED: 'Corrected',
    VOIDED: 'Reception taken back',
    DATA_ERASED: 'Data erased',
    AUDITED: 'Read at the bench',
    REMOVED_AS_WASTE: 'Left as waste',
  },
  DataErasure: {
    OVERWRITTEN: 'Disk overwritten',
    CRYPTO_ERASED: 'Encryption key erased',
    FACTORY_RESET: 'Reset to factory state',
    STORAGE_REMOVED: 'Disk removed',
    STORAGE_DESTROYED: 'Disk destroyed',
    NO_STORAGE: 'Nothing that holds data',
    BEFORE_THE_RECORD: 'Before this was noted',
  },
};

/** Sentences of a device's own page; they travel with it. */
export const deviceWords = {
  'passport.lot': 'Lot',
  'passport.donor': 'Donor',
  'passport.title': 'Where it comes from',
  'erasure.title': 'Data erasure',
  'erasure.how': 'How',
  'erasure.when': 'Erased on',
  'erasure.proof': 'Number of the report or certificate',
  'erasure.none': 'To be noted before this device is ready: it may hold somebody else’s data.',
  'erasure.again': 'Note another erasure',
  'erasure.save': 'Note the erasure',
} as const;
