/** Values that a device's own page alone speaks of; they travel with it. */
export const deviceTerms = {
  GradeFactor: {
    RAM: 'Mémoire vive',
    STORAGE: 'Stockage',
    CPU: 'Processeur',
    NVME: 'Disque NVMe',
    TECHNICAL_NOTE: 'Note technique',
    LOOK_NOTE: 'Note d’aspect',
    CAP_HDD: 'Plafond : disque dur',
    CAP_WINDOWS_10: 'Plafond : Windows 10',
    CAP_SSD_SLOW_CPU: 'Plafond : SSD et processeur lent',
    CAP_HDD_SLOW_CPU: 'Plafond : disque dur et processeur lent',
  },
  DeviceStepKind: {
    RECEIVED: 'Reçu',
    GRADED: 'Catégorie donnée',
    MOVED: 'État changé',
    SOLD: 'Vendu',
    SALE_VOIDED: 'Vente annulée',
    RESERVED: 'Réservé',
    RELEASED: 'Libéré',
    LENT: 'Prêté',
    BROUGHT_BACK: 'Rendu',
    SHIPPED: 'Expédié',
    ARRIVED: 'Arrivé',
    CORRECTED: 'Corrigé',
    VOIDED: 'Réception annulée',
    DATA_ERASED: 'Données effacées',
  },
  DataErasure: {
    OVERWRITTEN: 'Disque réécrit',
    CRYPTO_ERASED: 'Clé de chiffrement effacée',
    FACTORY_RESET: 'Remis à l’état d’usine',
    STORAGE_REMOVED: 'Disque retiré',
    STORAGE_DESTROYED: 'Disque détruit',
    NO_STORAGE: 'Rien qui garde des données',
    BEFORE_THE_RECORD: 'Avant que ce soit noté',
  },
};

/** Sentences of a device's own page; they travel with it. */
export const deviceWords = {
  'erasure.title': 'Effacement des données',
  'erasure.how': 'Comment',
  'erasure.when': 'Effacées le',
  'erasure.proof': 'Numéro du rapport ou du certificat',
  'erasure.none': 'À noter avant que ce matériel soit prêt\u00a0: il porte peut-être les données d’une autre personne.',
  'erasure.again': 'Noter un autre effacement',
  'erasure.save': 'Noter l’effacement',
} as const;
