import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Which permission opens which table, for row-level security: any one of those named. */
export class RoleWall1760000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await askOf(runner, {
      organisation: [Permission.ReadOrganisations],
      import_run: [Permission.ImportPlaces],
      import_row: [Permission.ImportPlaces],
      correction: [Permission.EditPlaces],
      place: [Permission.ReadPlaces],
      branch: [Permission.ReadBranches],
      uploaded_file: [Permission.ImportPlaces],
    });
    // Whoever may not read members reads their own row all the same, to see and end their own sessions.
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('CREATE POLICY role_scope ON member AS RESTRICTIVE TO %I USING (%s)',
          regexp_replace(current_user, '_owner$', '') || '_app',
          $own$(SELECT permits('${Permission.ReadMembers}') OR current_setting('app.command', true) = 'yes')
                OR subject = (SELECT current_setting('app.subject', true))$own$);
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('The wall is not taken back: drop the database instead.');
  }
}
