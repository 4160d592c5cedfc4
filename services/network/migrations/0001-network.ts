import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDARD_COLUMNS = `
  external_id text NOT NULL, pivot text, name text NOT NULL, commune text NOT NULL, postcode text NOT NULL, insee_code text,
  address text NOT NULL, address_complement text, latitude numeric, longitude numeric, typologies text[] NOT NULL, telephone text,
  emails text[] NOT NULL, websites text[] NOT NULL, opening_hours text, summary text, description text, source text NOT NULL,
  mobilities text[] NOT NULL, parent_structure text, updated_on date NOT NULL, services text[] NOT NULL, audiences text[] NOT NULL,
  specific_supports text[] NOT NULL, fees text[] NOT NULL, national_programmes text[] NOT NULL, training_labels text[] NOT NULL,
  other_labels text[] NOT NULL, access_modes text[] NOT NULL, support_modes text[] NOT NULL, accessibility_url text,
  booking_url text`;

/** Branches, places with the standard's 32 fields, organisations, files for import and what came of them. */
export class Network1760000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A directory is read by the whole network; only writing is bound to the branch.
    await runner.query(`
      CREATE FUNCTION protect_directory(target regclass, writable text) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY directory ON %s FOR SELECT TO %I USING (current_setting(''app.branches'', true) <> '''')',
                       target, service || '_app');
        EXECUTE format('CREATE POLICY branch_scope ON %s TO %I USING (%s) WITH CHECK (%s)', target, service || '_app', writable, writable);
        EXECUTE format('CREATE POLICY worker_scope ON %s TO %I USING (true) WITH CHECK (true)', target, service || '_worker');
      END $$`);
    await runner.query(`
      CREATE TABLE branch (
        code char(2) PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'), city text NOT NULL, commune_code text NOT NULL, zone text NOT NULL,
        latitude double precision NOT NULL, longitude double precision NOT NULL, state text NOT NULL, opened_on date NOT NULL,
        version int NOT NULL);
      CREATE INDEX branch_list ON branch (city, code);
      SELECT protect_directory('branch', 'current_setting(''app.branches'', true) = ''*''')`);
    await runner.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY, branch char(2) NOT NULL CONSTRAINT organisation_branch REFERENCES branch, name text NOT NULL,
        structure_type text NOT NULL, search text NOT NULL, contact_name text, contact_email text, contact_telephone text,
        created_at timestamptz(3) NOT NULL);
      CREATE INDEX organisation_list ON organisation (branch, name, id);
      CREATE INDEX organisation_search ON organisation USING gin (search gin_trgm_ops);
      SELECT protect('organisation')`);
    await runner.query(`
      CREATE TABLE place (
        id uuid PRIMARY KEY, branch char(2) CONSTRAINT place_branch REFERENCES branch, commune_code text, retired boolean NOT NULL,
        version int NOT NULL, search text NOT NULL, created_at timestamptz(3) NOT NULL, ${STANDARD_COLUMNS},
        CONSTRAINT place_source_id UNIQUE (source, external_id));
      CREATE INDEX place_list ON place (name, id) WHERE NOT retired;
      CREATE INDEX place_branch_list ON place (branch, name, id) WHERE NOT retired;
      CREATE INDEX place_commune ON place (commune_code);
      CREATE INDEX place_search ON place USING gin (search gin_trgm_ops);
      SELECT protect_directory('place', branch_reach())`);
    await runner.query(`
      CREATE TABLE uploaded_file (
        id uuid PRIMARY KEY, subject text NOT NULL, bytes int NOT NULL, uploaded_at timestamptz(3) NOT NULL);
      CREATE INDEX uploaded_file_age ON uploaded_file (uploaded_at)`);
    await runner.query(`
      CREATE TABLE import_run (
        id uuid PRIMARY KEY, branch char(2) CONSTRAINT import_run_branch REFERENCES branch, source text NOT NULL,
        dry_run boolean NOT NULL, format text NOT NULL, encoding text NOT NULL, delimiter text, repairs jsonb NOT NULL,
        columns jsonb NOT NULL, accepted int NOT NULL, corrected int NOT NULL, refused int NOT NULL, unchanged int NOT NULL,
        author text NOT NULL, created_at timestamptz(3) NOT NULL);
      CREATE TABLE import_row (
        run_id uuid NOT NULL REFERENCES import_run, branch char(2), "row" int NOT NULL, name text, outcome text NOT NULL,
        place_id uuid, notes jsonb NOT NULL, PRIMARY KEY (run_id, "row"));
      CREATE INDEX import_run_source ON import_run (source, created_at);
      SELECT protect('import_run');
      SELECT protect('import_row')`);
    await runner.query(`
      CREATE TABLE correction (
        id uuid PRIMARY KEY, branch char(2), subject_kind text NOT NULL, subject_id uuid NOT NULL, what text NOT NULL,
        reason text NOT NULL, author text NOT NULL, at timestamptz(3) NOT NULL);
      CREATE INDEX correction_of ON correction (subject_id, at);
      SELECT protect('correction')`);
    await runner.query(`
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        ALTER TABLE uploaded_file ENABLE ROW LEVEL SECURITY;
        ALTER TABLE uploaded_file FORCE ROW LEVEL SECURITY;
        EXECUTE format('CREATE POLICY own_files ON uploaded_file TO %I USING (subject = current_setting(''app.subject'', true))', service || '_app');
        EXECUTE format('CREATE POLICY worker_scope ON uploaded_file TO %I USING (true) WITH CHECK (true)', service || '_worker');
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE correction, import_row, import_run, uploaded_file, place, organisation, branch; DROP FUNCTION protect_directory',
    );
  }
}
