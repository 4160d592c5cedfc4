import type { PaymentKind } from '#events';

/** How something was paid, on papers: receipts and accounts. */
export const PAYMENT_FR: Readonly<Record<PaymentKind, string>> = {
  CASH: 'Espèces',
  CARD: 'Carte bancaire',
  VOUCHER: 'Bon',
  PARTNER: 'Prise en charge par un partenaire',
};
