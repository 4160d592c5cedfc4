import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personas } from '#testing';
import { type Answer, givenGateway, type TestGateway } from '../../test/given.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await givenGateway();
});
afterAll(() => gateway.close());

const codes = (answer: Answer) => (answer.errors ?? []).map((error) => error.extensions.code);

describe('two callers who ask the same at once', () => {
  it('are asked for in the name of each: a service may answer them differently', async () => {
    let release = () => {};
    gateway.equipment.hold = new Promise((resolve) => {
      release = resolve;
    });
    const bearers = await Promise.all(
      [personas.coordinator, personas.auditor].map(async (who) => `Bearer ${await gateway.token(who)}`),
    );
    const answers = bearers.map((authorization) => gateway.ask('{ devices { tag } }', undefined, { authorization }));
    await Promise.race([gateway.equipment.hasSeen(2), ...answers]);
    release();
    gateway.equipment.hold = undefined;
    for (const answer of await Promise.all(answers)) expect(answer.errors).toBeUndefined();
    expect(gateway.equipment.seen.map(({ headers }) => headers.authorization).sort()).toEqual(bearers.sort());
  });
});

describe('a caller in a hurry', () => {
  it('has at most fifty queries under way, and nobody else waits for them', async () => {
    let release = () => {};
    gateway.equipment.hold = new Promise((resolve) => {
      release = resolve;
    });
    const refused: Answer[] = [];
    let tenAreBack = () => {};
    const ten = new Promise<void>((resolve) => {
      tenAreBack = resolve;
    });
    let answered = 0;
    const flood = Array.from({ length: 60 }, async () => {
      const answer = await gateway.ask('{ devices { tag } }');
      if (++answered <= 10) refused.push(answer);
      if (answered === 10) tenAreBack();
      return answer;
    });
    await ten;
    for (const answer of refused) expect([answer.status, codes(answer)]).toEqual([429, ['TOO_MANY_AT_ONCE']]);
    const authorization = `Bearer ${await gateway.token(personas.auditor)}`;
    expect((await gateway.ask('{ branches { code } }', undefined, { authorization })).status).toBe(200);
    release();
    gateway.equipment.hold = undefined;
    const statuses = (await Promise.all(flood)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect(answered).toBe(60);
    expect((await gateway.ask('{ devices { tag } }')).status).toBe(200);
  });
});
