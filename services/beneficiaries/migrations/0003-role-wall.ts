import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Which permission opens which table, for row-level security: any one of those named. */
export class RoleWall1760000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await askOf(runner, {
      beneficiary: [Permission.ReadBeneficiaries],
      situation: [Permission.ReadBeneficiaries, Permission.EnrolBeneficiary],
      correction: [Permission.ReadBeneficiaries],
      opened_beneficiary: [Permission.ReadBeneficiaries],
    });
  }

  async down(): Promise<void> {
    throw new Error('The wall is not taken back: drop the database instead.');
  }
}
