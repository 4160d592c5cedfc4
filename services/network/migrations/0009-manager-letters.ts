import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** What a branch’s managers are written: that a prescription waits too long, once to each. */
export class ManagerLetters1760000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE manager_letter (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, member_id uuid NOT NULL REFERENCES member, prescription_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('WAITING', 'PROCESSED', 'SENT', 'FAILED', 'HELD_BACK')), tries int NOT NULL DEFAULT 0,
        due_at timestamptz(3) NOT NULL, processed_at timestamptz(3), sent_at timestamptz(3),
        CONSTRAINT manager_letter_once UNIQUE (prescription_id, member_id));
      CREATE INDEX manager_letter_due ON manager_letter (due_at, id) WHERE state = 'WAITING';
      SELECT protect('manager_letter')`);
    await askOf(runner, { manager_letter: [Permission.ReadMembers] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE manager_letter');
  }
}
