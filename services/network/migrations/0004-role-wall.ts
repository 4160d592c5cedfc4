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
      member: [Permission.ReadMembers],
    });
  }

  async down(): Promise<void> {
    throw new Error('The wall is not taken back: drop the database instead.');
  }
}
