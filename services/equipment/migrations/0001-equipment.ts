import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices and their history, tariff, counted articles, sales, and the small copies of other services' facts. */
export class Equipment1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_branch (branch char(2) PRIMARY KEY, zone text NOT NULL, open boolean NOT NULL);
      CREATE TABLE known_person (beneficiary_id uuid PRIMARY KEY, branch char(2) NOT NULL, voided boolean NOT NULL DEFAULT false);
      CREATE TABLE person_class (
        beneficiary_id uuid NOT NULL, holds_from date NOT NULL, gender text NOT NULL, age_band text NOT NULL,
        social_status text NOT NULL, commune_code text, PRIMARY KEY (beneficiary_id, holds_from))`);
    // Tags are unique in the whole network, so they live outside the wall between branches; they say nothing of a person.
    await runner.query(`
      CREATE TABLE device_tag (
        tag text PRIMARY KEY, prefix text NOT NULL, number int NOT NULL, device_id uuid NOT NULL, branch char(2) NOT NULL);
      CREATE INDEX device_tag_number ON device_tag (prefix, number)`);
    await runner.query(`
      CREATE TABLE device (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, tag text NOT NULL, type text NOT NULL, grade text, state text NOT NULL,
        state_since timestamptz(3) NOT NULL, received_on date NOT NULL, serial text, imei text, ram_gb int, storage_gb int,
        storage_kind text, cpu_mark int, os text, battery_percent int, notes text, technical_note int NOT NULL DEFAULT 0,
        look_note int NOT NULL DEFAULT 0, grade_rule text, grade_lines jsonb NOT NULL DEFAULT '[]', graded_at timestamptz(3),
        voided boolean NOT NULL DEFAULT false,
        CONSTRAINT device_ready_is_graded CHECK (state <> 'READY' OR grade IS NOT NULL));
      CREATE INDEX device_list ON device (branch, state, tag, id) WHERE NOT voided;
      CREATE UNIQUE INDEX device_imei_once ON device (imei) WHERE imei IS NOT NULL AND NOT voided;
      SELECT protect('device')`);
    await runner.query(`
      CREATE TABLE device_step (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, device_id uuid NOT NULL REFERENCES device, at timestamptz(3) NOT NULL,
        who text NOT NULL, what text NOT NULL, before text, after text, reason text);
      CREATE INDEX device_step_of ON device_step (device_id, at DESC, id DESC);
      SELECT protect('device_step')`);
    await runner.query(`
      CREATE TABLE tariff (
        id uuid PRIMARY KEY, type text NOT NULL, grade text NOT NULL, cents int NOT NULL CHECK (cents >= 0),
        market_cents int CHECK (market_cents >= 0), valid_from date NOT NULL, valid_until date,
        CONSTRAINT tariff_period CHECK (valid_until >= valid_from),
        CONSTRAINT tariff_no_overlap EXCLUDE USING gist (type WITH =, grade WITH =, daterange(valid_from, valid_until) WITH &&))`);
    await runner.query(`
      CREATE TABLE article (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, code text NOT NULL, label text NOT NULL, kind text NOT NULL,
        cents int NOT NULL CHECK (cents >= 0), market_cents int CHECK (market_cents >= 0), quantity int NOT NULL,
        CONSTRAINT article_code_once UNIQUE (branch, code),
        CONSTRAINT article_stock_not_negative CHECK (quantity >= 0));
      CREATE INDEX article_list ON article (branch, label, id);
      SELECT protect('article')`);
    await runner.query(`
      CREATE TABLE receipt_counter (branch char(2), year int, last int NOT NULL, PRIMARY KEY (branch, year));
      SELECT protect('receipt_counter')`);
    await runner.query(`
      CREATE TABLE sale (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, receipt text NOT NULL, occurred_at timestamptz(3) NOT NULL,
        occurred_on date NOT NULL, beneficiary_id uuid, gender text NOT NULL, age_band text NOT NULL, social_status text NOT NULL,
        commune_code text, lines jsonb NOT NULL, payments jsonb NOT NULL, total_cents int NOT NULL CHECK (total_cents >= 0),
        state text NOT NULL, sold_by text NOT NULL, CONSTRAINT sale_receipt_once UNIQUE (receipt));
      CREATE INDEX sale_day ON sale (branch, occurred_on, occurred_at DESC, id DESC);
      CREATE INDEX sale_of_person ON sale (beneficiary_id, occurred_at DESC, id DESC);
      SELECT protect('sale')`);
    // A device is sold once: the table's key says so, whoever is quicker. Voiding the sale frees it.
    await runner.query(`
      CREATE TABLE sold_device (
        device_id uuid CONSTRAINT device_sold_once PRIMARY KEY, branch char(2) NOT NULL, sale_id uuid NOT NULL REFERENCES sale);
      CREATE INDEX sold_device_of_sale ON sold_device (sale_id);
      SELECT protect('sold_device')`);
    await runner.query(`
      CREATE TABLE correction (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, subject_kind text NOT NULL, subject_id uuid NOT NULL, what text NOT NULL,
        reason text NOT NULL, author text NOT NULL, at timestamptz(3) NOT NULL);
      CREATE INDEX correction_of ON correction (subject_id, at);
      SELECT protect('correction')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE correction, sold_device, sale, receipt_counter, article, tariff, device_step, device, device_tag, person_class, known_person, known_branch',
    );
  }
}
