import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** The grade rule as data, version by version; the one that graded until now is the first, and holds since ever. */
export class GradeRules1760000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE grade_rule (
        id uuid PRIMARY KEY, version int NOT NULL CONSTRAINT grade_rule_version_once UNIQUE,
        valid_from date NOT NULL CONSTRAINT grade_rule_one_a_day UNIQUE, thresholds jsonb NOT NULL,
        reason text, published_at timestamptz(3), published_by text,
        CONSTRAINT grade_rule_told CHECK (version = 1 OR num_nulls(reason, published_at, published_by) = 0));
      INSERT INTO grade_rule (id, version, valid_from, thresholds) VALUES ('01890000-0000-7000-8000-000000000001', 1, '2000-01-01', '{
        "ramGb": [4, 5, 8, 16], "ssdGb": [64, 128, 200, 500], "hddGb": [160, 257], "cpuMark": [2000, 3500, 5000, 7000],
        "tolerancePercent": 94, "nvmePoints": 1, "slowCpuMark": 2500,
        "capHdd": 7, "capWindows10": 7, "capSsdSlowCpu": 7, "capHddSlowCpu": 5,
        "pointsForC": 4, "pointsForB": 6, "pointsForA": 8, "pointsForPremium": 11}');
      ALTER TABLE grade_rule ENABLE ROW LEVEL SECURITY;
      ALTER TABLE grade_rule FORCE ROW LEVEL SECURITY;
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('CREATE POLICY network_scope ON grade_rule TO %I, %I USING (true) WITH CHECK (true)', service || '_app', service || '_worker');
      END $$`);
    await askOf(runner, { grade_rule: [Permission.ReadTariff] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE grade_rule');
  }
}
