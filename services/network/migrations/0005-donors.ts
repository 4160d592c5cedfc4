import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Who gives devices. Of a person as little as a word of thanks needs; one who asks is forgotten, and what they gave stays counted. */
export class Donors1760000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE donor (
        id uuid PRIMARY KEY, branch char(2) NOT NULL CONSTRAINT donor_branch REFERENCES branch, kind text NOT NULL, name text NOT NULL,
        search text NOT NULL, contact_name text, contact_email text, contact_telephone text, created_at timestamptz(3) NOT NULL,
        forgotten boolean NOT NULL DEFAULT false,
        CONSTRAINT donor_forgotten_is_empty CHECK (NOT forgotten OR (name = '' AND search = '' AND contact_name IS NULL
          AND contact_email IS NULL AND contact_telephone IS NULL)));
      CREATE INDEX donor_list ON donor (branch, name, id) WHERE NOT forgotten;
      CREATE INDEX donor_search ON donor USING gin (search gin_trgm_ops);
      SELECT protect('donor')`);
    await askOf(runner, { donor: [Permission.ReadDonors] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE donor');
  }
}
