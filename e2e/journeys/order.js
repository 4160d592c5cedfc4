/** The empty network first, while it still is; then by name; then what fills it; what kills the ground under everybody's feet last. */
const FIRST = 'empty-network.spec.ts';
const OVER_PAGES = [FIRST, 'every-page.spec.ts', 'menus.spec.ts', 'one-service-down.spec.ts'];
const LAST = ['access-matrix.spec.ts', 'canaries.spec.ts', 'kill-anything.spec.ts'];

export default class Order {
  sort(tests) {
    const rank = ({ path }) => (path.endsWith(FIRST) ? 0 : LAST.findIndex((name) => path.endsWith(name)) + 2);
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }
  /** `--shard=2/2` are the journeys that go from page to page, `--shard=1/2` all others: each half needs a network of its own. */
  shard(tests, { shardIndex, shardCount }) {
    if (shardCount !== 2) throw new Error('The journeys come in two halves');
    return tests.filter(({ path }) => OVER_PAGES.some((name) => path.endsWith(name)) === (shardIndex === 2));
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
}
