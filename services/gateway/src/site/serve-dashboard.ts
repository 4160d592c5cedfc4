import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { compressAssets } from './compress-assets.js';

/** The built dashboard's one page, when there is a built dashboard. */
export function pageIn(folder: string): string | undefined {
  return existsSync(join(resolve(folder), 'index.html')) ? 'index.html' : undefined;
}

/** Security headers on every answer, and the dashboard's files: hashed ones for ever, the page itself never kept. */
export async function serveDashboard(
  app: NestFastifyApplication,
  folder: string,
  issuer: string,
  log: Logger,
): Promise<void> {
  const identity = new URL(issuer).origin;
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library sets its colours and sizes in style elements and attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", identity],
        frameSrc: ["'self'", identity],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'", identity],
        frameAncestors: ["'self'"],
      },
    },
    // A sign-in renewed in a second window has to report back to the first.
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    referrerPolicy: { policy: 'no-referrer' },
    // Over plain HTTP, as on a laptop, browsers ignore it; behind TLS it holds.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  });
  if (pageIn(folder) === undefined) {
    log.warn('the dashboard is not built: only the programming interface is served');
    return;
  }
  const root = resolve(folder);
  // A read-only folder serves just as well, only bigger.
  await compressAssets(root).catch(() =>
    log.warn('the dashboard is served uncompressed: its folder cannot be written'),
  );
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders(response, path) {
      const hashed = /[/\\]assets[/\\]/.test(path);
      void response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
