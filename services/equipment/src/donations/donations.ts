import { WhenDonorChanged } from '../known/when-donor-changed/when-donor-changed.js';
import { ListDonationsResolver } from './list-donations/list-donations.resolver.js';
import { ReceiveDonation } from './receive-donation/receive-donation.js';
import { ReceiveDonationResolver } from './receive-donation/receive-donation.resolver.js';
import { ShowImpactResolver } from './show-impact/show-impact.resolver.js';
import { DonationFieldsResolver } from './show-lot/donation-fields.resolver.js';
import { DeviceLotResolver, ShowLotResolver } from './show-lot/show-lot.resolver.js';

/** The slices of donations, for the service's table of contents. */
export const DONATIONS = [
  ReceiveDonation,
  ReceiveDonationResolver,
  ListDonationsResolver,
  DonationFieldsResolver,
  ShowLotResolver,
  DeviceLotResolver,
  ShowImpactResolver,
  WhenDonorChanged,
];
