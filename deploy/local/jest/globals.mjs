/*
 * What `@jest/globals` is to a spec that shares its modules with its neighbours: Jest's own functions, and the time limits
 * that this runner leaves out. Without them a spec that waits for ever would hold up all others.
 */
const { describe, expect, jest } = globalThis;

export { describe, expect, jest };

/** As long as `testTimeout` in the configuration: for hooks and tests that name no limit of their own. */
const LIMIT_MS = 120_000;

export const beforeAll = hook('beforeAll');
export const afterAll = hook('afterAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
export const it = Object.assign(test(globalThis.it), {
  only: test(globalThis.it.only),
  skip: globalThis.it.skip,
  each: (table) => (name, run, limit) => globalThis.it.each(table)(name, limited(run, limit)),
});

function hook(name) {
  return (run, limit) => globalThis[name](limited(run, limit));
}

function test(register) {
  return (name, run, limit) => register(name, limited(run, limit));
}

/** The same function, given up after its limit. It takes what a table's row holds, and no `done`. */
function limited(run, limit = LIMIT_MS) {
  return async (...row) => {
    let timer;
    const late = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`Exceeded its limit of ${limit} ms`)), limit);
    });
    try {
      return await Promise.race([run(...row), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
