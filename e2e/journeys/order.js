/** The empty network first, while it still is; then by name; then what fills it; what kills the ground under everybody's feet last. */
const FIRST = 'empty-network.spec.ts';
const LAST = ['access-matrix.spec.ts', 'kill-anything.spec.ts'];

export default class Order {
  sort(tests) {
    const rank = ({ path }) => (path.endsWith(FIRST) ? 0 : LAST.findIndex((name) => path.endsWith(name)) + 2);
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }
  shard(tests) {
    return tests;
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
}
