import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What owners state of their ledgers, and what came of holding the figures against it. */
export class Proofs1760000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stated_day (source text NOT NULL, day date NOT NULL, stated_at timestamptz(3) NOT NULL, PRIMARY KEY (source, day));
      CREATE TABLE stated_part (
        source text NOT NULL, day date NOT NULL, type text NOT NULL, count int NOT NULL, hash numeric NOT NULL,
        PRIMARY KEY (source, day, type), FOREIGN KEY (source, day) REFERENCES stated_day ON DELETE CASCADE);
      CREATE TABLE proof (
        id uuid PRIMARY KEY, cause text NOT NULL CHECK (cause IN ('NIGHTLY', 'ASKED')),
        state text NOT NULL CHECK (state IN ('ASKED', 'RIGHT', 'WRONG', 'FAILED')),
        asked_at timestamptz(3) NOT NULL, ended_at timestamptz(3), facts bigint, days int, waiting_days int, set_aside int,
        differences jsonb NOT NULL DEFAULT '[]');
      CREATE INDEX proof_age ON proof (asked_at, id);
      CREATE UNIQUE INDEX one_proof_at_a_time ON proof ((true)) WHERE state = 'ASKED'`);
    await runner.query('REVOKE INSERT, UPDATE, DELETE ON stated_day, stated_part, proof FROM reporting_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proof, stated_part, stated_day');
  }
}
