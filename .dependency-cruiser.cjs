/* Who may know whom. Each rule has its reason; `npm run deps` shows what breaks one. */
const SPEC = '\\.spec\\.tsx?$';
/** A slice's folder is `verb-noun`; a folder of one word is shared inside its aggregate. */
const SLICE = '[a-z]+-[a-z-]+';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'services-know-no-other-service',
      // They learn from events; a function borrowed across would tie two databases and two releases together.
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'libs-know-no-service',
      // What all services stand on must not lean on one of them, nor on how they are started.
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(services|deploy|e2e)/' },
    },
    {
      name: 'services-know-no-deployment',
      // The same service runs on a laptop and in a cluster.
      severity: 'error',
      from: { path: '^services/', pathNot: `^services/dashboard/|${SPEC}` },
      to: { path: '^(deploy|e2e)/' },
    },
    {
      name: 'slices-know-no-other-slice',
      // A slice can be read, changed and deleted alone; what two of them need lies beside them, in the aggregate's folder.
      severity: 'error',
      from: { path: `^services/([^/]+)/src/([^/]+)/(${SLICE})/`, pathNot: `^services/dashboard/|${SPEC}` },
      to: { path: `^services/$1/src/[^/]+/${SLICE}/`, pathNot: '^services/$1/src/$2/$3/' },
    },
    {
      name: 'kafka-is-known-by-messaging-alone',
      // One place for the client's traps, and one place to change the day it is replaced.
      severity: 'error',
      from: { path: '^(services|libs)/', pathNot: '^libs/messaging/' },
      to: { path: 'node_modules/kafkajs/' },
    },
    {
      name: 'events-know-only-the-schema-library',
      // Contracts are read by everybody, later perhaps by other languages: they must not drag a framework along.
      severity: 'error',
      from: { path: '^libs/events/', pathNot: SPEC },
      to: { pathNot: '^libs/events/|node_modules/zod/' },
    },
    {
      name: 'dashboard-borrows-permissions-alone',
      // It runs in a browser: the pure table may come along, nothing that knows a server may.
      severity: 'error',
      from: { path: '^services/dashboard/', pathNot: SPEC },
      to: { path: '^(libs|deploy|e2e)/', pathNot: '^libs/access/src/permissions\\.ts$' },
    },
    {
      name: 'libs-are-entered-by-their-front-door',
      // What index.ts does not name may change without asking.
      severity: 'error',
      from: { path: '^(services|libs/([^/]+))/', pathNot: '^services/dashboard/' },
      to: { path: '^libs/[^/]+/', pathNot: '^libs/[^/]+/src/index\\.ts$|^libs/$2/' },
    },
    {
      name: 'no-cycles',
      // Modules that need each other are loaded half made, and cannot be understood one at a time. Types alone do no harm.
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolvable',
      // A rule cannot hold what it cannot see.
      severity: 'error',
      from: {},
      // Made by the dashboard's build, or known to the type checker alone.
      to: { couldNotResolve: true, pathNot: '^virtual:|graphql-env' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.local)/|graphql-env\\.d\\.ts$' },
    // `import type` counts as well: a type borrowed ties as much as a function.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // `source` first: our own `#events` then means the file we write, not the one a build made of it.
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
    progress: { type: 'none' },
  },
};
