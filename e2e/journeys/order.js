/** The empty network first, while it still is; then by name; what kills the ground under everybody's feet last. */
const FIRST = 'empty-network.spec.ts';
const LAST = 'kill-anything.spec.ts';

export default class Order {
  sort(tests) {
    const rank = ({ path }) => (path.endsWith(FIRST) ? 0 : path.endsWith(LAST) ? 2 : 1);
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
