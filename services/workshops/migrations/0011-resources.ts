import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/** The library: resources and their versions, the kit of each workshop, and which version each session used. */
export class Resources1760000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // unaccent() is only STABLE because its dictionary might be altered; ours never is, and a stored column needs IMMUTABLE.
    await runner.query(`
      CREATE FUNCTION fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT btrim(regexp_replace(translate(lower(unaccent('unaccent'::regdictionary, normalize(words, NFC))
               COLLATE "pg_c_utf8"), '-_.,;''’ʼ', '        '), '\\s+', ' ', 'g'))
      $$`);
    await runner.query(`
      CREATE TABLE resource (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, title text NOT NULL, summary text, level text NOT NULL, themes text[] NOT NULL,
        language text NOT NULL, minutes int NOT NULL, review_on date, retired boolean NOT NULL DEFAULT false, version int NOT NULL,
        created_at timestamptz(3) NOT NULL,
        words tsvector GENERATED ALWAYS AS (to_tsvector('french'::regconfig, fold(title || ' ' || coalesce(summary, '')))) STORED);
      CREATE INDEX resource_list ON resource (branch, title, id);
      CREATE INDEX resource_words ON resource USING gin (words);
      CREATE INDEX resource_review ON resource (branch, review_on) WHERE NOT retired;
      CREATE TABLE resource_version (
        id uuid PRIMARY KEY, branch char(2) NOT NULL, resource_id uuid NOT NULL REFERENCES resource, number int NOT NULL, note text,
        url text, file_name text, media_type text, bytes int, content bytea, added_at timestamptz(3) NOT NULL, added_by text NOT NULL,
        CONSTRAINT resource_version_once UNIQUE (resource_id, number), CHECK ((url IS NULL) <> (content IS NULL)));
      CREATE TABLE workshop_resource (
        workshop_id uuid NOT NULL REFERENCES workshop, resource_id uuid NOT NULL REFERENCES resource, branch char(2) NOT NULL,
        place int NOT NULL, PRIMARY KEY (workshop_id, resource_id));
      CREATE INDEX workshop_resource_of ON workshop_resource (resource_id);
      CREATE TABLE session_resource (
        session_id uuid NOT NULL REFERENCES session, resource_id uuid NOT NULL REFERENCES resource,
        version_id uuid NOT NULL REFERENCES resource_version, branch char(2) NOT NULL, place int NOT NULL,
        PRIMARY KEY (session_id, resource_id));
      CREATE INDEX session_resource_of ON session_resource (resource_id);
      SELECT protect('resource'), protect('resource_version'), protect('workshop_resource'), protect('session_resource')`);
    await runner.query(`
      CREATE TABLE resource_upload (
        id uuid PRIMARY KEY, subject text NOT NULL, file_name text NOT NULL, media_type text NOT NULL, content bytea NOT NULL,
        uploaded_at timestamptz(3) NOT NULL);
      CREATE INDEX resource_upload_age ON resource_upload (uploaded_at);
      DO $$
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        ALTER TABLE resource_upload ENABLE ROW LEVEL SECURITY;
        ALTER TABLE resource_upload FORCE ROW LEVEL SECURITY;
        EXECUTE format('CREATE POLICY own_files ON resource_upload TO %I USING (subject = current_setting(''app.subject'', true))', service || '_app');
        EXECUTE format('CREATE POLICY worker_scope ON resource_upload TO %I USING (true) WITH CHECK (true)', service || '_worker');
      END $$`);
    await askOf(runner, {
      resource: [Permission.ReadSessions],
      resource_version: [Permission.ReadSessions],
      workshop_resource: [Permission.ReadSessions],
      session_resource: [Permission.ReadSessions],
      resource_upload: [Permission.PlanSessions],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE resource_upload, session_resource, workshop_resource, resource_version, resource; DROP FUNCTION fold(text)',
    );
  }
}
