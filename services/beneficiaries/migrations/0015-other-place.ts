import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With a refusal the branch may name a place near by: which, and in words that a prescriber without an account can read. */
export class OtherPlace1760000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE prescription ADD COLUMN other_place_id uuid, ADD COLUMN other_place_words text,
        ADD CONSTRAINT prescription_other_place CHECK (other_place_id IS NULL OR state = 'REJECTED'),
        ADD CONSTRAINT prescription_place_forgotten CHECK (NOT forgotten OR other_place_words IS NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE prescription DROP COLUMN other_place_id, DROP COLUMN other_place_words');
  }
}
