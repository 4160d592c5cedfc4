import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const own = here('remembering-tada.ts');

/** Everybody's `gql.tada` is the one that remembers, which alone has the true one. */
const remembering: Plugin = {
  name: 'remembering',
  enforce: 'pre',
  resolveId: (source, importer) => (source === 'gql.tada' && importer !== own ? own : null),
};

/**
 * Writes down what the pages may ask of the gateway, as hashes of the very texts they send: every module is loaded once in Node,
 * with a `graphql()` that remembers what it made. A gateway in production answers nothing else to whoever may not query freely.
 */
export function writeDocuments(file: string): Plugin {
  return {
    name: 'write-documents',
    apply: (_config, { isSsrBuild }) => !isSsrBuild,
    async closeBundle() {
      const folder = await mkdtemp(join(tmpdir(), 'documents-'));
      try {
        await build({
          root: here('.'),
          configFile: here('vite.config.ts'),
          logLevel: 'warn',
          plugins: [remembering],
          ssr: { noExternal: true },
          build: {
            ssr: here('all-documents.ts'),
            outDir: folder,
            emptyOutDir: true,
            manifest: false,
            rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'all.mjs' } },
          },
        });
        const { documents } = (await import(pathToFileURL(join(folder, 'all.mjs')).href)) as { documents: string[] };
        const hashes = documents.map((text) => createHash('sha256').update(text).digest('hex'));
        await writeFile(file, `${JSON.stringify(hashes.sort())}\n`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
