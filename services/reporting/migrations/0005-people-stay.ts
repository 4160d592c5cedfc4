import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person's number outlives what is known of them: given anew, a late correction would count them a second time. */
export class PeopleStay1760000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'REVOKE UPDATE, DELETE ON person_number, place_number, commune_number, event_type_number FROM reporting_worker',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'GRANT UPDATE, DELETE ON person_number, place_number, commune_number, event_type_number TO reporting_worker',
    );
  }
}
