import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places near a branch are looked for in a box first. */
export class PlacesNear1760000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX place_where ON place (latitude, longitude) WHERE NOT retired AND latitude IS NOT NULL AND longitude IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX place_where');
  }
}
