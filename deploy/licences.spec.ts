import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Licences approved by the Open Source Initiative, as far as we meet them. Source-available ones are none of them. */
const APPROVED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Texts that stand where a package names no licence by its SPDX word. */
const TEXTS: readonly [RegExp, string][] = [
  [/^\s*(#\s*)?(The )?MIT License/i, 'MIT'],
  [/Permission is hereby granted, free of charge, to any person obtaining a copy/, 'MIT'],
  [/Apache License\s+Version 2\.0/, 'Apache-2.0'],
];

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly optional?: boolean;
}

/** True when one may choose, or must take, approved licences alone. */
function isApproved(expression: string): boolean {
  const words = expression.replaceAll(/[()]/g, ' ');
  return words.split(/\sOR\s/).some((choice) => choice.split(/\sAND\s/).every((word) => APPROVED.has(word.trim())));
}

/** What a package itself says, where the lockfile is silent or points to a file. */
function licenceInside(path: string): string {
  const manifest = join(path, 'package.json');
  const said: unknown = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).license : undefined;
  if (typeof said === 'string' && !said.startsWith('SEE ')) return said;
  const file = existsSync(path) ? readdirSync(path).find((name) => /^licen[cs]e(\.|$)/i.test(name)) : undefined;
  const text = file === undefined ? '' : readFileSync(join(path, file), 'utf8').replaceAll(/\s+/g, ' ');
  return TEXTS.find(([pattern]) => pattern.test(text))?.[1] ?? 'none found';
}

describe('what runs in production', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const production = Object.entries(packages).filter(([path, one]) => path !== '' && !one.dev && !one.link);
  const licences = production.map(([path, one]): [string, string] => [
    path,
    one.license === undefined || one.license.startsWith('SEE ') ? licenceInside(path) : one.license,
  ]);

  it('is under licences approved by the Open Source Initiative, every package of it', () => {
    expect(production.length).toBeGreaterThan(100);
    expect(licences.filter(([, licence]) => !isApproved(licence)).map((pair) => pair.join(': '))).toEqual([]);
  });

  it.each(['Elastic-2.0', 'BUSL-1.1', 'SSPL-1.0', 'UNLICENSED', 'CC-BY-NC-4.0', '(MIT AND Elastic-2.0)', 'none found'])(
    'would not be with a package under %s',
    (licence) => expect(isApproved(licence)).toBe(false),
  );

  it('may hold a package that leaves the choice', () => {
    expect(isApproved('(Elastic-2.0 OR MIT)')).toBe(true);
    expect(isApproved('(MIT AND BSD-3-Clause)')).toBe(true);
  });
});
