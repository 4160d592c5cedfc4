import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { lockAggregate } from '#messaging';
import { Database } from '#persistence';
import { workshopFor } from '../../sessions/session-for.js';
import { Workshop } from '../../workshops/workshop.entity.js';
import { Resource } from '../resource.entity.js';
import { KIT_SIZE } from '../resource.refusals.js';

const MOST = 20;

/** Says what a workshop is taught with, in order; sessions already held keep what they used. */
@Injectable()
export class ChooseKit {
  constructor(private readonly db: Database) {}

  execute(input: { workshopId: string; resourceIds: string[] }, actor: Actor): Promise<Workshop> {
    return this.db.command(actor, Workshop, async (tx) => {
      await lockAggregate(tx, 'workshops.workshops', input.workshopId);
      const workshop = await workshopFor(tx, input.workshopId);
      const chosen = [...new Set(input.resourceIds)];
      if (chosen.length > MOST) throw KIT_SIZE({ max: MOST }, 'input.resourceIds');
      const { branch } = workshop;
      // Held until the kit stands, so that none of them is retired in between.
      const found = await tx.find(Resource, {
        where: { id: In(chosen), branch, retired: false },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_read' },
      });
      if (found.length < chosen.length) throw NOT_FOUND({ what: 'Ressource', whatEn: 'Resource' }, 'input.resourceIds');
      await tx.query('DELETE FROM workshop_resource WHERE workshop_id = $1', [workshop.id]);
      await tx.query(
        `INSERT INTO workshop_resource (workshop_id, resource_id, branch, place)
         SELECT $1, resource_id, $2, place FROM unnest($3::uuid[]) WITH ORDINALITY AS chosen (resource_id, place)
         ON CONFLICT DO NOTHING`,
        [workshop.id, branch, chosen],
      );
      return workshop;
    });
  }
}
