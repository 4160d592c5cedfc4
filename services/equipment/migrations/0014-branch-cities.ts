import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A receipt says where it was given; a branch heard of before has no city until it is heard of again. */
export class BranchCities1760000000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_branch ADD city text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_branch DROP city');
  }
}
