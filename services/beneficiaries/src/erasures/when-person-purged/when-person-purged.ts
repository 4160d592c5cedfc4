import { Injectable } from '@nestjs/common';
import { PersonPurgedByEquipment, PersonPurgedByReporting, PersonPurgedByWorkshops } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';
import { keepReceipt } from '../erase-record.js';

/** Keeps each service's word that it has let go of somebody who was erased. */
@Injectable()
export class WhenPersonPurged {
  @On(PersonPurgedByWorkshops)
  byWorkshops(event: PersonPurgedByWorkshops, tx: Tx): Promise<void> {
    return keep(event, tx);
  }

  @On(PersonPurgedByEquipment)
  byEquipment(event: PersonPurgedByEquipment, tx: Tx): Promise<void> {
    return keep(event, tx);
  }

  @On(PersonPurgedByReporting)
  byReporting(event: PersonPurgedByReporting, tx: Tx): Promise<void> {
    return keep(event, tx);
  }
}

function keep(event: PersonPurgedByWorkshops, tx: Tx): Promise<void> {
  const { beneficiaryId, removed } = event.data;
  const service = event.type.slice(0, event.type.indexOf('.'));
  return keepReceipt(tx, { beneficiaryId, branch: event.branch ?? '--', service, at: event.recordedAt, removed });
}
