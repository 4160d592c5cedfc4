import { Injectable } from '@nestjs/common';
import { OrganisationRegistered } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps which organisations exist, so that an enrolment names a real one. */
@Injectable()
export class WhenOrganisationRegistered {
  @On(OrganisationRegistered)
  async registered(event: OrganisationRegistered, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO known_organisation (organisation_id, structure_type) VALUES ($1, $2)
       ON CONFLICT (organisation_id) DO UPDATE SET structure_type = EXCLUDED.structure_type`,
      [event.data.organisationId, event.data.structureType],
    );
  }
}
