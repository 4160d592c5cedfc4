import { Injectable } from '@nestjs/common';
import { BeneficiariesMerged, BeneficiariesUnmerged } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps which ids are one person's. Nothing that was noted under either changes: parted again, each has their own. */
@Injectable()
export class WhenPeopleMerged {
  @On(BeneficiariesMerged)
  async merged({ data }: BeneficiariesMerged, tx: Tx): Promise<void> {
    await tx.query(
      'INSERT INTO known_merge (merge_id, kept_id, merged_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [data.mergeId, data.keptId, data.mergedId],
    );
  }

  @On(BeneficiariesUnmerged)
  async unmerged({ data }: BeneficiariesUnmerged, tx: Tx): Promise<void> {
    await tx.query('DELETE FROM known_merge WHERE merge_id = $1', [data.mergeId]);
  }
}
