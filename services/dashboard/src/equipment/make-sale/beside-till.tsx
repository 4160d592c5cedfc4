import type { ComponentProps } from 'react';
import { useScope } from '../../app/scope.js';
import { KeptSaleLanguage } from '../../i18n/kept-sale-language.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { DayBook } from './day-book.js';
import { ChooseFromMemory } from './from-memory.js';
import { PendingSales } from './pending-sales.js';
import { UnsettledSales } from './unsettled-sales.js';

/** What stands beside the bill: what waits on this device, what is to be settled, and the day so far. */
export function BesideTill(props: ComponentProps<typeof PendingSales>) {
  const format = useFormat();
  const { now } = useEnvironment();
  const { one } = useScope();
  return (
    <KeptSaleLanguage>
      <PendingSales {...props} />
      <UnsettledSales branch={one ?? null} />
      {one ? <DayBook branch={one} day={format.localDate(now())} /> : null}
    </KeptSaleLanguage>
  );
}

/** A device that could not be looked up. */
export function FromMemory(props: ComponentProps<typeof ChooseFromMemory>) {
  return (
    <KeptSaleLanguage>
      <ChooseFromMemory {...props} />
    </KeptSaleLanguage>
  );
}
