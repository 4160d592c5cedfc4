import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Permission } from '#access';
import { askOf } from '#persistence';

/**
 * Who looks like whom, and who was found to be the same person. Both speak of two branches, so each of the two sees them. Keys by
 * which two records of one person meet are kept with the record: whoever is looked for is compared with those alone that share one.
 */
export class Merges1760000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // How a word of a name sounds to a French ear: the letters that are not heard, and the ways of writing one sound, are gone.
    await runner.query(`
      CREATE FUNCTION sound_of(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      DECLARE
        s text := word;
      BEGIN
        s := replace(replace(replace(s, 'œ', 'e'), 'æ', 'e'), 'x', 'ks');
        s := regexp_replace(s, 'sch|sh|tch|ch', 'x', 'g');
        s := regexp_replace(replace(replace(s, 'ph', 'f'), 'gn', 'n'), 'qu|ck|kh|q', 'k', 'g');
        s := regexp_replace(regexp_replace(s, 'c([eiy])', 's\\1', 'g'), 'g([eiy])', 'j\\1', 'g');
        s := regexp_replace(replace(replace(s, 'dj', 'j'), 'c', 'k'), 'ou([aei])', 'v\\1', 'g');
        s := translate(s, 'yzwh', 'isv');
        s := regexp_replace(s, '(.)[stdxpe]+$', '\\1');
        s := regexp_replace(s, '(.)\\1+', '\\1', 'g');
        s := left(s, 1) || regexp_replace(substr(s, 2), '[aeiou]', '', 'g');
        RETURN CASE WHEN s = '' THEN word ELSE regexp_replace(s, '(.)\\1+', '\\1', 'g') END;
      END $$;
      CREATE FUNCTION sounds_of(given text, family text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
      BEGIN
        RETURN ARRAY(SELECT sound_of(w.word)
                     FROM unnest(string_to_array(nullif(fold(concat_ws(' ', given, family)), ''), ' ')) WITH ORDINALITY AS w(word, n)
                     WHERE w.word <> '' ORDER BY w.n);
      END $$;
      CREATE FUNCTION duplicate_keys(given text, family text, birth_year int, phone text, email text) RETURNS text[]
      LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
      DECLARE
        heard text[] := sounds_of(given, family);
      BEGIN
        RETURN ARRAY(SELECT 'n ' || string_agg(s, ' ' ORDER BY s) FROM unnest(heard) AS s HAVING count(*) > 1)
            || ARRAY(SELECT DISTINCT 'y ' || s || ' ' || birth_year FROM unnest(heard) AS s WHERE birth_year IS NOT NULL)
            || ARRAY(SELECT 'p ' || phone WHERE phone IS NOT NULL) || ARRAY(SELECT 'm ' || email WHERE email IS NOT NULL);
      END $$`);
    await runner.query(`
      ALTER TABLE beneficiary
        ADD COLUMN name_sounds text[] GENERATED ALWAYS AS (sounds_of(given_name, family_name)) STORED,
        ADD COLUMN duplicate_keys text[] GENERATED ALWAYS AS (duplicate_keys(given_name, family_name, birth_year, phone, email)) STORED,
        ADD COLUMN compared_version int NOT NULL DEFAULT 0;
      CREATE INDEX beneficiary_duplicate_keys ON beneficiary USING gin (duplicate_keys)
        WHERE kind = 'TRACKED' AND NOT voided AND erased_at IS NULL AND restricted_at IS NULL;
      CREATE INDEX beneficiary_to_compare ON beneficiary (id)
        WHERE compared_version < version AND kind = 'TRACKED' AND NOT voided AND erased_at IS NULL AND restricted_at IS NULL`);
    await runner.query(`
      CREATE TABLE duplicate_pair (
        id uuid PRIMARY KEY, low_id uuid NOT NULL REFERENCES beneficiary, high_id uuid NOT NULL REFERENCES beneficiary,
        low_branch char(2) NOT NULL, high_branch char(2) NOT NULL, score int NOT NULL, because text[] NOT NULL,
        proposed_at timestamptz(3) NOT NULL, settled text CHECK (settled IN ('SAME', 'NOT_SAME')), settled_at timestamptz(3),
        settled_by text, CONSTRAINT duplicate_pair_once UNIQUE (low_id, high_id), CHECK (low_id < high_id));
      CREATE INDEX duplicate_pair_of ON duplicate_pair (high_id);
      CREATE INDEX duplicate_pair_open ON duplicate_pair (score DESC, id) WHERE settled IS NULL;
      CREATE TABLE merge (
        id uuid PRIMARY KEY, kept_id uuid NOT NULL REFERENCES beneficiary, merged_id uuid NOT NULL REFERENCES beneficiary,
        kept_branch char(2) NOT NULL, merged_branch char(2) NOT NULL, merged_at timestamptz(3) NOT NULL, merged_by text NOT NULL,
        undone_at timestamptz(3), undone_by text, CONSTRAINT merge_of_two CHECK (kept_id <> merged_id));
      CREATE INDEX merge_kept ON merge (kept_id);
      CREATE INDEX merge_merged ON merge (merged_id)`);
    // A record goes on under one other at most, whoever merges quicker.
    await runner.query(`CREATE UNIQUE INDEX merge_once ON merge (merged_id) WHERE undone_at IS NULL`);
    await runner.query(`
      CREATE FUNCTION same_person(person uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE one AS (
          SELECT person AS id
          UNION
          SELECT other.id FROM one CROSS JOIN LATERAL (
            SELECT merged_id AS id FROM merge WHERE kept_id = one.id AND undone_at IS NULL
            UNION ALL
            SELECT kept_id FROM merge WHERE merged_id = one.id AND undone_at IS NULL) AS other)
        SELECT id FROM one
      $$`);
    const reach = (column: string) =>
      `${column} = ANY ((SELECT string_to_array(current_setting('app.branches', true), ','))::bpchar[])
       OR (SELECT current_setting('app.branches', true)) = '*'`;
    for (const [table, one, other] of [
      ['duplicate_pair', 'low_branch', 'high_branch'],
      ['merge', 'kept_branch', 'merged_branch'],
    ] as const)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        DO $policies$
        DECLARE service text := regexp_replace(current_user, '_owner$', '');
        BEGIN
          EXECUTE format($policy$CREATE POLICY either_branch ON ${table} TO %I USING (${reach(one)} OR ${reach(other)})$policy$, service || '_app');
          EXECUTE format('CREATE POLICY worker_scope ON ${table} TO %I USING (true) WITH CHECK (true)', service || '_worker');
        END $policies$`);
    await askOf(runner, { duplicate_pair: [Permission.MergeBeneficiaries], merge: [Permission.ReadBeneficiaries] });
  }

  async down(): Promise<void> {
    throw new Error('Who was found to be one person is not forgotten: drop the database instead.');
  }
}
