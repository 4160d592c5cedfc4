import { QueryFailedError } from 'typeorm';
import type { Refusal } from '#errors';

/**
 * Runs a statement whose database constraint has the last word, and turns its violation into the refusal named for it:
 * `await refusing({ device_tag_key: () => TAG_TAKEN({ tag }, 'input.tag') }, () => tx.insert(Device, device))`.
 * Any other error passes through.
 */
export async function refusing<R>(
  refusals: Readonly<Record<string, () => Refusal>>,
  statement: () => Promise<R>,
): Promise<R> {
  try {
    return await statement();
  } catch (error) {
    const constraint = constraintOf(error);
    const refusal = constraint === undefined ? undefined : refusals[constraint];
    throw refusal ? refusal() : error;
  }
}

function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const driver: unknown = error.driverError;
  return typeof driver === 'object' &&
    driver !== null &&
    'constraint' in driver &&
    typeof driver.constraint === 'string'
    ? driver.constraint
    : undefined;
}
