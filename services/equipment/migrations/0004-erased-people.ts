import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was erased: nobody new is known under that id, and no class of theirs is kept. */
export class ErasedPeople1760000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_person ADD COLUMN erased boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_person DROP COLUMN erased');
  }
}
