import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which ids are one person's, as beneficiaries tells: what was noted under any of them is theirs. */
export class SamePerson1760000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_merge (merge_id uuid PRIMARY KEY, kept_id uuid NOT NULL, merged_id uuid NOT NULL);
      CREATE INDEX known_merge_kept ON known_merge (kept_id);
      CREATE INDEX known_merge_merged ON known_merge (merged_id);
      CREATE FUNCTION same_person(person uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE one AS (
          SELECT person AS id
          UNION
          SELECT other.id FROM one CROSS JOIN LATERAL (
            SELECT merged_id AS id FROM known_merge WHERE kept_id = one.id
            UNION ALL
            SELECT kept_id FROM known_merge WHERE merged_id = one.id) AS other)
        SELECT id FROM one
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION same_person; DROP TABLE known_merge');
  }
}
