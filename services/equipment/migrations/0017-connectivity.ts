import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** Which operator and value an article is of, every movement of the shelf, and the SIM cards that were activated. */
export class Connectivity1760000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE article ADD COLUMN operator text, ADD COLUMN value_cents int, ADD COLUMN validity_days int,
        ADD CONSTRAINT article_value_of_top_up CHECK (kind = 'TOP_UP' OR (value_cents IS NULL AND validity_days IS NULL))`);
    await runner.query(`
      CREATE TABLE article_movement (
        id uuid PRIMARY KEY, turn bigint GENERATED ALWAYS AS IDENTITY, branch char(2) NOT NULL, article_id uuid NOT NULL REFERENCES article,
        at timestamptz(3) NOT NULL, day date NOT NULL, what text NOT NULL, before int NOT NULL, after int NOT NULL, author text);
      CREATE INDEX article_movement_of ON article_movement (article_id, turn DESC);
      CREATE INDEX article_movement_day ON article_movement (branch, day);
      SELECT protect('article_movement')`);
    // What was on the shelf before movements were kept: the owner is bound by the walls as well, they are down for this step alone.
    await runner.query(`
      ALTER TABLE article NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE article_movement NO FORCE ROW LEVEL SECURITY;
      INSERT INTO article_movement (id, branch, article_id, at, day, what, before, after)
      SELECT uuidv7(), branch, id, now(), (now() AT TIME ZONE 'Europe/Paris')::date, 'OPENING', 0, quantity FROM article WHERE quantity > 0;
      ALTER TABLE article_movement FORCE ROW LEVEL SECURITY;
      ALTER TABLE article FORCE ROW LEVEL SECURITY`);
    // A card is activated once in the whole network, whoever is quicker; its number is kept as a fingerprint, which leads back to none.
    await runner.query(`
      CREATE TABLE sim_activation (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, sale_id uuid NOT NULL REFERENCES sale, article_id uuid NOT NULL REFERENCES article,
        fingerprint text NOT NULL CONSTRAINT sim_activated_once UNIQUE, last_four text NOT NULL, activated_at timestamptz(3) NOT NULL,
        activated_on date NOT NULL, author text NOT NULL);
      CREATE INDEX sim_activation_of_sale ON sim_activation (sale_id);
      CREATE INDEX sim_activation_day ON sim_activation (branch, activated_on);
      SELECT protect('sim_activation')`);
    await askOf(runner, { article_movement: [Permission.ReadStock], sim_activation: [Permission.ReadSales] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sim_activation, article_movement;
      ALTER TABLE article DROP COLUMN operator, DROP COLUMN value_cents, DROP COLUMN validity_days`);
  }
}
