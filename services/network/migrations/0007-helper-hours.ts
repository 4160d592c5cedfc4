import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Hours that helpers gave, as workshops tells them, and at what an hour is valued: one rate a day, and a constraint that says so. */
export class HelperHours1760000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION helper_id_of(subject text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-8' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12))::uuid
        FROM encode(sha256(convert_to('helper ' || subject, 'UTF8')), 'hex') AS h $$;
      CREATE TABLE known_helper (helper_id uuid PRIMARY KEY, kind text NOT NULL);
      CREATE TABLE helper_hours (
        duty_id uuid PRIMARY KEY, branch char(2) NOT NULL, helper_id uuid NOT NULL, occurred_on date NOT NULL,
        minutes int NOT NULL CHECK (minutes >= 0));
      CREATE INDEX helper_hours_of_helper ON helper_hours (helper_id, occurred_on);
      CREATE INDEX helper_hours_of_branch ON helper_hours (branch, occurred_on);
      CREATE TABLE helper_rate (
        id uuid PRIMARY KEY, valid_from date NOT NULL, valid_until date, cents int NOT NULL,
        CONSTRAINT helper_rate_period CHECK (valid_until > valid_from),
        CONSTRAINT helper_rate_no_overlap EXCLUDE USING gist (daterange(valid_from, valid_until) WITH &&));
      SELECT protect('helper_hours');
      ALTER TABLE helper_rate ENABLE ROW LEVEL SECURITY;
      ALTER TABLE helper_rate FORCE ROW LEVEL SECURITY`);
    await askOf(runner, { helper_rate: [Permission.ReadTariff] });
    // A rate is the whole network's; hours are of whoever may value them or keeps the members, and each helper's own.
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('CREATE POLICY network_scope ON helper_rate TO %I, %I USING (true) WITH CHECK (true)', service || '_app', service || '_worker');
        EXECUTE format('CREATE POLICY role_scope ON helper_hours AS RESTRICTIVE TO %I USING (%s)', service || '_app',
          $own$(SELECT permits('${Permission.ReadHelperValue}', '${Permission.ReadMembers}') OR current_setting('app.command', true) = 'yes')
                OR helper_id = (SELECT helper_id_of(current_setting('app.subject', true)))$own$);
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE helper_rate, helper_hours, known_helper; DROP FUNCTION helper_id_of');
  }
}
