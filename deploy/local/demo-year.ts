import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { local, postgresHome } from './paths.ts';
import type { Shape } from './settings.ts';

/** Exists from the first fact of the demo year to its last. */
export const begunMark = join(local, 'demo-year-begun');
/** Exists once the demo year is told, or will not be. */
export const toldMark = join(local, 'demo-year-told');

/** Whether this start has a year to tell. */
export const isWanted = (args: readonly string[]): boolean => !args.includes('--empty') && !existsSync(toldMark);

/**
 * Forgets a year that an earlier start began and did not end, with everything else in the world: half a year has figures
 * that nobody can explain, and nobody was told its address yet. True when there was one.
 */
export function forgetHalfTold(shape: Shape): boolean {
  if (!existsSync(begunMark)) return false;
  if (!shape.postgres || !shape.kafka)
    throw new Error(
      `The demo network was cut short, and its databases or broker are yours: empty them, delete ${begunMark}, start again.`,
    );
  rmSync(join(postgresHome(), 'data'), { recursive: true, force: true });
  rmSync(join(local, 'kafka', 'data'), { recursive: true, force: true });
  rmSync(begunMark);
  return true;
}

/** What to say of how the telling ended. Throws when it did not end well; the next start begins anew. */
export function concluded(how: string): string {
  if (how !== 'exit code 0' && how !== 'exit code 3')
    throw new Error(
      `The demo network could not be filled (${how}): start again, it begins anew; -- --empty does without.`,
    );
  writeFileSync(toldMark, '');
  rmSync(begunMark, { force: true });
  return how === 'exit code 0'
    ? 'The demo network is filled'
    : 'This network has data of its own: the demo year is left out';
}
