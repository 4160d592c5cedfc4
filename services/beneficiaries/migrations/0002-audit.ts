import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who read or wrote whose record. Requests and reactions hold no right on these tables: a line is added, sealed, read and let
 * go of by functions that run as their owner, who cannot sign in.
 */
export class Audit1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA audit;
      CREATE TABLE audit.line (
        seq bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY, at timestamptz(3) NOT NULL, subject text NOT NULL,
        role text NOT NULL, reach text NOT NULL, branch char(2) NOT NULL, person uuid, action text NOT NULL, purpose text NOT NULL,
        fields text[] NOT NULL, correlation_id text NOT NULL);
      CREATE INDEX line_of_person ON audit.line (person, at DESC, seq DESC) WHERE person IS NOT NULL;
      CREATE INDEX line_of_member ON audit.line (subject, at DESC, seq DESC);
      CREATE TABLE audit.seal (
        number bigint PRIMARY KEY, after_seq bigint NOT NULL, through_seq bigint NOT NULL, lines int NOT NULL,
        latest timestamptz(3) NOT NULL, sealed_at timestamptz(3) NOT NULL, digest bytea NOT NULL, hash bytea NOT NULL)`);
    // The transaction's number comes before the line's: whoever waits for all transactions then under way has seen the line.
    await runner.query(`
      CREATE FUNCTION audit.note(who text, as_role text, within text, act text, what_for text, people uuid[], branches bpchar[],
                                 seen text[], request text, noted_at timestamptz) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        PERFORM pg_current_xact_id();
        INSERT INTO audit.line (at, subject, role, reach, branch, person, action, purpose, fields, correlation_id)
        SELECT noted_at, who, as_role, within, p.branch, p.person, act, what_for, seen, request
        FROM unnest(people, branches) AS p(person, branch);
      END $$`);
    await runner.query(`
      CREATE FUNCTION audit.text_of(l audit.line) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
        SELECT jsonb_build_array(l.seq, extract(epoch FROM l.at), l.subject, l.role, l.reach, l.branch, l.person, l.action,
                                 l.purpose, l.fields, l.correlation_id)::text
      $$;
      CREATE FUNCTION audit.hash_of(previous bytea, s audit.seal) RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
        SELECT sha256(coalesce(previous, '') || convert_to(jsonb_build_array(s.number, s.after_seq, s.through_seq, s.lines,
                      extract(epoch FROM s.latest), extract(epoch FROM s.sealed_at), encode(s.digest, 'hex'))::text, 'UTF8'))
      $$`);
    await runner.query(`
      CREATE FUNCTION audit.seal_through(wanted bigint, most int, now timestamptz) RETURNS int
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE last audit.seal; fresh audit.seal;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('passerelle audit seal'));
        SELECT * INTO last FROM audit.seal ORDER BY number DESC LIMIT 1;
        SELECT coalesce(last.number, 0) + 1, coalesce(last.through_seq, 0), max(l.seq), count(*), max(l.at), now,
               sha256(convert_to(coalesce(string_agg(audit.text_of(l), E'\\n' ORDER BY l.seq), ''), 'UTF8')), ''::bytea
        INTO fresh
        FROM (SELECT * FROM audit.line WHERE seq > coalesce(last.through_seq, 0) AND seq <= wanted ORDER BY seq LIMIT most) AS l;
        IF fresh.lines = 0 THEN RETURN 0; END IF;
        fresh.hash := audit.hash_of(last.hash, fresh);
        INSERT INTO audit.seal SELECT fresh.*;
        RETURN fresh.lines;
      END $$`);
    await runner.query(`
      CREATE FUNCTION audit.latest_seal() RETURNS TABLE (number bigint, hash text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
        SELECT number, encode(hash, 'hex') FROM audit.seal ORDER BY number DESC LIMIT 1
      $$;
      CREATE FUNCTION audit.written_through() RETURNS bigint
      LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
        SELECT coalesce(pg_sequence_last_value('audit.line_seq_seq'), 0)
      $$`);
    await runner.query(`
      CREATE FUNCTION audit.verify(after_number bigint, most int)
        RETURNS TABLE (number bigint, hash text, lines int, since timestamptz, until timestamptz, fault text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
        SELECT s.number, encode(s.hash, 'hex'), s.lines, p.sealed_at, s.sealed_at,
          CASE WHEN p.number IS NULL AND s.number > 1
                 THEN CASE WHEN s.latest >= now() - interval '12 months' THEN 'CUT' WHEN found.lines > 0 THEN 'LINES_ADDED' END
               WHEN s.number > 1 AND p.number <> s.number - 1 THEN 'SEALS_MISSING'
               WHEN s.after_seq <> coalesce(p.through_seq, 0) OR s.hash <> audit.hash_of(p.hash, s) THEN 'SEAL_CHANGED'
               WHEN found.lines < s.lines THEN 'LINES_MISSING'
               WHEN found.lines > s.lines THEN 'LINES_ADDED'
               WHEN found.digest <> s.digest THEN 'LINES_CHANGED' END
        FROM audit.seal s
        LEFT JOIN LATERAL (SELECT * FROM audit.seal e WHERE e.number < s.number ORDER BY e.number DESC LIMIT 1) AS p ON true
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS lines,
                 sha256(convert_to(coalesce(string_agg(audit.text_of(l), E'\\n' ORDER BY l.seq), ''), 'UTF8')) AS digest
          FROM audit.line l WHERE l.seq > s.after_seq AND l.seq <= s.through_seq) AS found
        WHERE s.number > after_number ORDER BY s.number LIMIT most
      $$`);
    // Younger lines stay, whoever asks: the age is held against the server's own clock.
    await runner.query(`
      CREATE FUNCTION audit.forget() RETURNS bigint
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE start audit.seal; gone bigint;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('passerelle audit seal'));
        SELECT * INTO start FROM audit.seal s
        WHERE NOT EXISTS (SELECT 1 FROM audit.seal o WHERE o.number <= s.number AND o.latest >= now() - interval '12 months')
        ORDER BY number DESC LIMIT 1;
        IF start.number IS NULL THEN RETURN 0; END IF;
        DELETE FROM audit.line WHERE seq <= start.through_seq;
        GET DIAGNOSTICS gone = ROW_COUNT;
        DELETE FROM audit.seal WHERE number < start.number;
        RETURN gone;
      END $$`);
    await runner.query(`
      DO $$
      DECLARE reading text := $text$
        CREATE FUNCTION audit.%1$s(wanted %2$s, before timestamptz, before_seq bigint, most int) RETURNS SETOF audit.line
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $body$
        BEGIN
          RETURN QUERY SELECT * FROM audit.line
          WHERE %3$s = wanted AND (at, seq) < (coalesce(before, 'infinity'), coalesce(before_seq, 9223372036854775807)) AND (%4$s)
          ORDER BY at DESC, seq DESC LIMIT most;
        END $body$ $text$;
      DECLARE service text := regexp_replace(current_user, '_owner$', '');
      BEGIN
        EXECUTE format(reading, 'accesses_to', 'uuid', 'person', public.branch_reach());
        EXECUTE format(reading, 'accesses_by', 'text', 'subject', public.branch_reach());
        REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
        EXECUTE format('GRANT USAGE ON SCHEMA audit TO %I, %I', service || '_app', service || '_worker');
        EXECUTE format('GRANT EXECUTE ON FUNCTION audit.note, audit.accesses_to, audit.accesses_by TO %I', service || '_app');
        EXECUTE format('GRANT EXECUTE ON FUNCTION audit.note, audit.seal_through, audit.latest_seal, audit.written_through, audit.verify, audit.forget TO %I',
                       service || '_worker');
      END $$`);
    await runner.query(`
      INSERT INTO audit.line (at, subject, role, reach, branch, person, action, purpose, fields, correlation_id)
      SELECT a.at, a.subject, a.role, a.branch, coalesce(b.branch, a.branch), shown.person, 'DUPLICATE_CHECK',
             'list-likely-duplicates', a.fields, a.correlation_id
      FROM access_log a LEFT JOIN LATERAL unnest(a.people_shown) AS shown(person) ON true LEFT JOIN beneficiary b ON b.id = shown.person
      ORDER BY a.at;
      DROP TABLE access_log`);
  }

  async down(): Promise<void> {
    throw new Error('Who looked at whom is not taken back: drop the database instead.');
  }
}
