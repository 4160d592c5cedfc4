import { NOT_FOUND } from '#errors';
import { lockAggregate } from '#messaging';
import type { Tx } from '#persistence';
import { SupportAct } from './support-act.entity.js';

/** An act of the reader's branches, its head locked first. Refuses `NOT_FOUND`. */
export async function supportActFor(tx: Tx, id: string): Promise<SupportAct> {
  await lockAggregate(tx, 'workshops.support-acts', id);
  const act = await tx.findOneBy(SupportAct, { id });
  if (!act) throw NOT_FOUND({ what: 'Accompagnement', whatEn: 'Support act' }, 'input.supportActId');
  return act;
}
