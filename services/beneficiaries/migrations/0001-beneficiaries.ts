import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The people helped, their situations over time, who looked at them, and the small copies of other services' facts. */
export class Beneficiaries1760000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_branch (branch char(2) PRIMARY KEY, zone text NOT NULL, open boolean NOT NULL);
      CREATE TABLE known_organisation (organisation_id uuid PRIMARY KEY, structure_type text NOT NULL)`);
    // unaccent() is only STABLE because its dictionary might be altered; ours never is, and a stored column needs IMMUTABLE.
    // lower() takes a collation of its own: under the server's plain C locale it would leave every other script alone.
    await runner.query(`
      CREATE FUNCTION fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT btrim(regexp_replace(translate(lower(unaccent('unaccent'::regdictionary, normalize(words, NFC))
               COLLATE "pg_c_utf8"), '-_.,;''’ʼ', '        '), '\\s+', ' ', 'g'))
      $$`);
    await runner.query(`
      CREATE TABLE beneficiary (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, kind text NOT NULL, version int NOT NULL,
        given_name text, family_name text, birth_year int, stated_age_band text,
        phone text, no_phone boolean NOT NULL, email text, no_email boolean NOT NULL, contact_preference text NOT NULL,
        spoken_language text, orientation_source text NOT NULL, organisation_id uuid, first_need text,
        privacy_notice_read_on date, enrolled_on date NOT NULL, enrolled_at timestamptz(3) NOT NULL, enrolled_by text NOT NULL,
        bands_announced_through int NOT NULL, voided boolean NOT NULL DEFAULT false,
        sort_name text COLLATE "C" GENERATED ALWAYS AS
          (fold(coalesce(family_name, '') || ' ' || coalesce(given_name, ''))) STORED,
        search_name text COLLATE "C" GENERATED ALWAYS AS
          (' ' || fold(coalesce(given_name, '') || ' ' || coalesce(family_name, ''))) STORED,
        CONSTRAINT beneficiary_anonymous CHECK (kind <> 'ANONYMOUS' OR (given_name IS NULL AND family_name IS NULL
          AND phone IS NULL AND email IS NULL AND spoken_language IS NULL)),
        CONSTRAINT beneficiary_notice CHECK (kind <> 'TRACKED' OR privacy_notice_read_on IS NOT NULL));
      CREATE INDEX beneficiary_list ON beneficiary (branch, sort_name, id) WHERE NOT voided;
      CREATE INDEX beneficiary_names ON beneficiary USING gin (search_name gin_trgm_ops) WHERE NOT voided;
      CREATE INDEX beneficiary_phone ON beneficiary (phone) WHERE phone IS NOT NULL;
      CREATE INDEX beneficiary_email ON beneficiary (email) WHERE email IS NOT NULL;
      CREATE INDEX beneficiary_bands ON beneficiary (birth_year, id) WHERE birth_year IS NOT NULL AND NOT voided;
      SELECT protect('beneficiary')`);
    await runner.query(`
      CREATE TABLE situation (
        beneficiary_id uuid NOT NULL REFERENCES beneficiary, holds_from date NOT NULL, branch char(2) NOT NULL,
        gender text NOT NULL, social_status text NOT NULL, commune_code text, PRIMARY KEY (beneficiary_id, holds_from));
      SELECT protect('situation')`);
    await runner.query(`
      CREATE TABLE correction (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, beneficiary_id uuid NOT NULL REFERENCES beneficiary, what text NOT NULL,
        reason text NOT NULL, author text NOT NULL, at timestamptz(3) NOT NULL);
      CREATE INDEX correction_of ON correction (beneficiary_id, at);
      SELECT protect('correction')`);
    await runner.query(`
      CREATE TABLE opened_beneficiary (
        subject text NOT NULL, beneficiary_id uuid NOT NULL REFERENCES beneficiary, branch char(2) NOT NULL,
        at timestamptz(3) NOT NULL, PRIMARY KEY (subject, beneficiary_id));
      CREATE INDEX opened_beneficiary_latest ON opened_beneficiary (subject, at DESC);
      SELECT protect('opened_beneficiary')`);
    await runner.query(`
      CREATE TABLE access_log (
        id uuid PRIMARY KEY, at timestamptz(3) NOT NULL, subject text NOT NULL, role text NOT NULL, branch char(2) NOT NULL,
        purpose text NOT NULL, branches_shown char(2)[] NOT NULL, people_shown uuid[] NOT NULL, fields text[] NOT NULL,
        correlation_id text NOT NULL);
      CREATE INDEX access_log_day ON access_log (at)`);
    // Who looked is written once and read by nobody who looks.
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('REVOKE ALL ON access_log FROM %I', service || '_app');
        EXECUTE format('REVOKE UPDATE, DELETE ON access_log FROM %I', service || '_worker');
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE access_log, opened_beneficiary, correction, situation, beneficiary, known_organisation, known_branch',
    );
    await runner.query('DROP FUNCTION fold');
  }
}
