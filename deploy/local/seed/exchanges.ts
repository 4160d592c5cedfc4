import { LendDevice } from '../../../services/equipment/src/loans/lend-device/lend-device.js';
import { ReserveDevice } from '../../../services/equipment/src/reservations/reserve-device/reserve-device.js';
import { AcceptTransfer } from '../../../services/equipment/src/transfers/accept-transfer/accept-transfer.js';
import { RequestTransfer } from '../../../services/equipment/src/transfers/request-transfer/request-transfer.js';
import { ScanTransferredDevice } from '../../../services/equipment/src/transfers/scan-transferred-device/scan-transferred-device.js';
import { ShipTransfer } from '../../../services/equipment/src/transfers/ship-transfer/ship-transfer.js';
import type { DemoBranch } from './branches.js';
import { type DemoService, managerOf } from './demo-world.js';
import type { DemoDevice } from './devices.js';
import type { DemoPerson } from './people.js';
import { shift } from './plan.js';
import { itIsNow } from './story.js';

/** What is left on a branch's shelf at the end of the year, who may want it, and who gives it to whom. */
export interface Left {
  readonly branch: DemoBranch;
  readonly onShelf: readonly DemoDevice[];
  readonly people: readonly DemoPerson[];
}

/** Two devices kept for somebody, two on loan: one of them is late. */
export async function keepAndLend(service: DemoService, { branch, onShelf, people }: Left, today: string) {
  const manager = managerOf(branch.code);
  const [kept, other, lent, late] = onShelf;
  const [reader, learner, borrower, forgetful] = people.filter(({ twinOf }) => twinOf === undefined).slice(-40);
  itIsNow(`${shift(today, -1)}T09:15:00Z`);
  for (const [device, person] of [
    [kept, reader],
    [other, learner],
  ] as const)
    if (device && person)
      await service.use(ReserveDevice).execute({ deviceId: device.id, beneficiaryId: person.id }, manager);
  for (const [device, person, since, due] of [
    [lent, borrower, -6, 30],
    [late, forgetful, -1, 0],
  ] as const) {
    if (!device || !person) continue;
    itIsNow(`${shift(today, since)}T14:00:00Z`);
    const loan = { deviceId: device.id, beneficiaryId: person.id, dueOn: shift(today, due) };
    await service.use(LendDevice).execute(loan, manager);
  }
}

/** Devices that one branch asked another for: two that have arrived, two on the road, and a wish nobody has answered. */
export async function exchange(service: DemoService, from: Left, to: DemoBranch, today: string): Promise<void> {
  const [giver, taker] = [managerOf(from.branch.code), managerOf(to.code)];
  const ask = (tags: readonly string[], ago: number) => {
    itIsNow(`${shift(today, -ago)}T08:45:00Z`);
    const wish = { branch: to.code, from: from.branch.code, lines: tags.map((tag) => ({ tag })) };
    return service.use(RequestTransfer).execute(wish, taker);
  };
  const spare = from.onShelf.slice(4).map(({ tag }) => tag);
  for (const [tags, ago, arrived] of [
    [spare.slice(0, 2), 9, true],
    [spare.slice(2, 4), 3, false],
  ] as const) {
    if (tags.length < 2) return;
    const { id } = await ask(tags, ago);
    await service.use(AcceptTransfer).execute({ id, accepted: tags.map(() => 1) }, giver);
    itIsNow(`${shift(today, 1 - ago)}T10:00:00Z`);
    await service.use(ShipTransfer).execute({ id, tags: [...tags] }, giver);
    if (!arrived) continue;
    itIsNow(`${shift(today, 3 - ago)}T11:30:00Z`);
    for (const tag of tags) await service.use(ScanTransferredDevice).execute({ id, tag }, taker);
  }
  const wish = spare.slice(4, 5);
  if (wish.length > 0) await ask(wish, 1);
}
