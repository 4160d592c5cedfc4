import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** That somebody is known is for the branches that look after them; a command that names them by their id finds them all the same. */
export class KnownPeopleWall1760000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE known_person ENABLE ROW LEVEL SECURITY;
      ALTER TABLE known_person FORCE ROW LEVEL SECURITY;
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('CREATE POLICY known_within_reach ON known_person TO %I USING (%s)', service || '_app',
                       branch_reach() || ' OR (SELECT current_setting(''app.command'', true)) = ''yes''');
        EXECUTE format('CREATE POLICY worker_scope ON known_person TO %I USING (true) WITH CHECK (true)', service || '_worker');
      END $$`);
    await askOf(runner, { known_person: [Permission.ReadSales] });
  }

  async down(): Promise<void> {
    throw new Error('The wall is not taken back: drop the database instead.');
  }
}
