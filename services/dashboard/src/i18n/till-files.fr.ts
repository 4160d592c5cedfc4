/** Sentences of the till's files, receipts and accounts; they travel with them. */
export const tillFiles = {
  'tillFile.receipt': 'Reçu en PDF',
  'tillFile.accounts': 'Exporter les comptes',
  'tillFile.accountsWhat':
    'Les journées closes, en CSV : une ligne par article vendu, par paiement et par correction inscrite plus tard, en centimes.',
  'tillFile.from': 'Du',
  'tillFile.to': 'Au',
  'tillFile.saved': 'Fichier enregistré : {name}',
};
