import { monthsAfter } from '#runtime';

/** How long a sold device is under warranty; a setting of the network. */
export class WarrantyRule {
  constructor(
    /** Months from the day it was handed over; the legal guarantee of conformity is two years (code de la consommation, L. 217-3). */
    readonly months: number,
  ) {}

  /** Last day of the warranty of what was handed over on a day. */
  lastDay(handedOverOn: string): string {
    return monthsAfter(handedOverOn, this.months);
  }
}
