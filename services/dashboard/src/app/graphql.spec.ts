import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { GraphqlClient, Unreachable } from './graphql.js';
import type { Query } from './query.js';

type Recorded = { recordDropIn: { id: string } };
const RECORD: Query<Recorded, object> = parse('mutation RecordDropIn { recordDropIn { id } }');

/** A gateway that gives the listed answers in turn and remembers what it was sent. */
function gateway(...answers: (Response | Error)[]) {
  const seen: { token: string | null; key: string | null }[] = [];
  const waited: number[] = [];
  const tokens = { current: async () => 'old', renewed: async () => 'new' };
  const client = new GraphqlClient(
    tokens,
    async (_url, init) => {
      const headers = new Headers(init?.headers);
      seen.push({ token: headers.get('authorization'), key: headers.get('idempotency-key') });
      const answer = answers[seen.length - 1];
      if (!answer || answer instanceof Error) throw answer ?? new Error('asked too often');
      return answer;
    },
    async () => void waited.push(seen.length),
  );
  return { seen, waited, ask: () => client.ask(RECORD, {}, { idempotencyKey: 'k1' }) };
}

describe('asking the gateway', () => {
  it('signs in again when the session expired and sends the same request with the same key', async () => {
    const refused = Response.json({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }, { status: 401 });
    const { ask, seen } = gateway(refused, Response.json({ data: { recordDropIn: { id: '1' } } }));
    await expect(ask()).resolves.toMatchObject({ data: { recordDropIn: { id: '1' } }, errors: [] });
    expect(seen).toEqual([
      { token: 'Bearer old', key: 'k1' },
      { token: 'Bearer new', key: 'k1' },
    ]);
  });
  it('renews a session that was ended, once, and not in the same second', async () => {
    const ended = () => Response.json({ errors: [{ extensions: { code: 'SESSION_ENDED' } }] }, { status: 401 });
    const { ask, seen, waited } = gateway(ended(), Response.json({ data: { recordDropIn: { id: '1' } } }));
    await expect(ask()).resolves.toMatchObject({ data: { recordDropIn: { id: '1' } } });
    expect([seen.map(({ token }) => token), waited]).toEqual([['Bearer old', 'Bearer new'], [1]]);
    const withdrawn = gateway(ended(), ended());
    await expect(withdrawn.ask()).resolves.toMatchObject({ data: null, errors: [{ code: 'SESSION_ENDED' }] });
  });
  it('gives a refusal with its field and both sentences', async () => {
    const extensions = {
      code: 'SESSION_FULL',
      kind: 'conflict',
      field: 'input.sessionId',
      fr: 'Complet.',
      en: 'Full.',
    };
    const { ask } = gateway(Response.json({ data: null, errors: [{ path: ['enrol'], extensions }] }));
    await expect(ask()).resolves.toMatchObject({ data: null, errors: [{ ...extensions, path: ['enrol'] }] });
  });
  it('gives every field that one line refuses', async () => {
    const refused = (field: string) => ({ code: 'PLACE_FIELD', kind: 'invalid', field, fr: 'Non.', en: 'No.' });
    const extensions = { ...refused('input.postcode'), beside: [refused('input.telephone')] };
    const answer = await gateway(Response.json({ data: null, errors: [{ path: ['place'], extensions }] })).ask();
    expect(answer.errors.map(({ field }) => field)).toEqual(['input.postcode', 'input.telephone']);
  });
  it('shows nothing of an error that is nobody’s refusal', async () => {
    const { ask } = gateway(Response.json({ errors: [{ message: 'relation "x" does not exist' }] }, { status: 500 }));
    const answer = await ask();
    expect(answer.errors[0]?.code).toBe('INTERNAL');
    expect(JSON.stringify(answer)).not.toContain('relation');
  });
  it('says unreachable when nothing came back, so that the input is kept', async () => {
    await expect(gateway(new TypeError('failed to fetch')).ask()).rejects.toThrow(Unreachable);
    await expect(gateway(new Response('Bad gateway', { status: 502 })).ask()).rejects.toThrow(Unreachable);
  });
});
