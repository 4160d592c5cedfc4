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
    RESERVED: 'Reserved',
    RELEASED: 'Released',
    LENT: 'Lent',
    BROUGHT_BACK: 'Returned',
    SHIPPED: 'Shipped',
    ARRIVED: 'Arrived',
    CORRECTED: 'Corrected',
    VOIDED: 'Reception taken back',
  },
};
