import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas } from '#testing';
import { givenGateway, type TestGateway } from '../../test/given.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await givenGateway();
});
afterAll(() => gateway.close());

it('hands on an invitation in its own name, whoever is signed in', async () => {
  const reply = await gateway.post('/invitations', JSON.stringify({ secret: 's'.repeat(43) }), {
    'content-type': 'application/json',
    authorization: `Bearer ${await gateway.token()}`,
  });
  expect(reply).toMatchObject({ status: 200, mail: 'ada@exemple.fr' });
  const asked = gateway.network.seen.find(({ path }) => path === '/members/invitations');
  expect(asked?.verdict).toBe('valid');
  expect(asked?.headers['x-passerelle-service']).toBe('gateway');
  expect(asked?.headers.authorization).toBeUndefined();
});

it('reads no more of an invitation than one can be long, and JSON alone', async () => {
  const json = { 'content-type': 'application/json' };
  expect((await gateway.post('/invitations', 'x'.repeat(2_000), json)).status).toBe(413);
  expect((await gateway.post('/invitations', 'secret=1', { 'content-type': 'text/plain' })).status).toBe(415);
});

it('tells a caller whose sessions a service knows to have ended, as the service says it', async () => {
  gateway.network.turnsAway = 'SESSION_ENDED';
  const reply = await gateway.ask('{ branches { code } }');
  expect(reply.errors).toMatchObject([{ extensions: { code: 'SESSION_ENDED', fr: 'fin', en: 'end' } }]);
  gateway.network.turnsAway = 'UNAUTHENTICATED';
  expect((await gateway.ask('{ branches { code } }')).errors).toMatchObject([
    { extensions: { code: 'SERVICE_UNAVAILABLE' } },
  ]);
  gateway.network.turnsAway = undefined;
});

it('refuses a token of ended sessions before anything is asked', async () => {
  const leaver: Persona = { ...personas.coordinator, subject: 'somebody-signed-out' };
  const headers = { authorization: `Bearer ${await gateway.token(leaver)}` };
  expect((await gateway.ask('{ branches { code } }', {}, headers)).status).toBe(200);
  gateway.ended.end(leaver.subject, new Date(Date.now() + 1_000));
  const reply = await gateway.ask('{ branches { code } }', {}, headers);
  expect(reply).toMatchObject({ status: 401, errors: [{ extensions: { code: 'SESSION_ENDED' } }] });
});
