import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { local } from '../../../deploy/local/paths.ts';
import { CANARY } from '../ground.ts';
import type { Fact } from '../ledger.ts';
import type { Verdict } from '../verdict.ts';

/** I13: what people are called stands in no log and in no fact. */
export function checkCanary(facts: readonly Fact[], verdict: Verdict): void {
  const logs = join(local, 'logs');
  for (const file of readdirSync(logs))
    if (readFileSync(join(logs, file), 'utf8').includes(CANARY))
      verdict.find('I13', 'inverted', `${file} holds the name of a person helped`);
  const told = facts.find(({ data }) => JSON.stringify(data).includes(CANARY));
  if (told) verdict.find('I13', 'inverted', `${told.type} holds the name of a person helped`);
}
