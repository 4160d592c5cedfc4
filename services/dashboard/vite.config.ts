import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { franceMap } from './france-map.ts';
import { preloadFonts } from './preload-fonts.ts';
import { writeDocuments } from './write-documents.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const portBase = Number(process.env['PORT_BASE'] ?? 4000);
const gateway = `http://127.0.0.1:${portBase}`;

const BASE = /node_modules\/(react|react-dom|scheduler|react-intl|@formatjs|intl-messageformat|@tanstack|@0no-co)\//;

/** Built into one folder that the gateway serves; in development the gateway's paths are proxied, so there is one origin. */
export default defineConfig({
  root: here,
  plugins: [react(), franceMap(), preloadFonts(), writeDocuments(`${dist}/dashboard-documents.json`)],
  resolve: {
    alias: [{ find: /^fflate$/, replacement: fileURLToPath(new URL('src/app/export/pack-here.ts', import.meta.url)) }],
  },
  build: {
    outDir: `${dist}/dashboard`,
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // A font or picture is a file with a hash, never inlined: it is cached for ever and the policy allows no data: script.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        // What every page needs is one file: forty small ones cost a phone more than their bytes, and compress worse.
        // The first file names all others, to fetch a page's together: a name of the source would double what each of them weighs.
        chunkFileNames: 'assets/[hash].js',
        codeSplitting: { groups: [{ name: 'base', test: BASE }] },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: portBase + 15,
    strictPort: true,
    proxy: {
      '/graphql': gateway,
      '/live': gateway,
      '/files': gateway,
      '/exports': gateway,
      '/config.json': gateway,
      '/health': gateway,
    },
  },
});
