import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members bring as helpers, in their own record: who may see the one may see the other. */
export class Helpers1760000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE member ADD COLUMN helper_kind text, ADD COLUMN skills text[] NOT NULL DEFAULT '{}',
        ADD COLUMN languages text[] NOT NULL DEFAULT '{}', ADD COLUMN trainings text[] NOT NULL DEFAULT '{}',
        ADD COLUMN charter_signed_on date, ADD COLUMN mission_ends_on date;
      CREATE INDEX member_helpers ON member USING gin (branches) WHERE helper_kind IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE member DROP COLUMN helper_kind, DROP COLUMN skills, DROP COLUMN languages, DROP COLUMN trainings,
        DROP COLUMN charter_signed_on, DROP COLUMN mission_ends_on`);
  }
}
