/*
 * `npm run audit -- verify`: holds what is written about accesses to people's records against its chain of seals.
 * `-- verify NUMBER:HASH`: and that seal, noted from the log, must be in it. Ends with 1 when anything does not hold.
 */
import { askGateway, operate, Refused } from './ask-gateway.ts';

interface Verification {
  seals: number;
  lines: number;
  faults: { seal: number; kind: string; since: string | null; until: string }[];
  first: string | null;
  head: string | null;
  next: number | null;
}

const QUERY = `query ($after: Int!) {
  verifyAudit(after: $after) { seals lines faults { seal kind since until } first head next }
}`;

async function stretch(after: number): Promise<Verification> {
  const { data } = await askGateway<{ data: { verifyAudit: Verification } }>(
    '/graphql',
    { query: QUERY, variables: { after } },
    'auditor',
  );
  return data.verifyAudit;
}

await operate(async () => {
  const [verb = '', noted] = process.argv.slice(2);
  if (verb !== 'verify') throw new Refused('npm run audit -- verify [NUMBER:HASH]');
  let [seals, lines, faults] = [0, 0, 0];
  for (let after: number | null = 0; after !== null; ) {
    const part = await stretch(after);
    seals += part.seals;
    lines += part.lines;
    faults += part.faults.length;
    for (const { seal, kind, since, until } of part.faults)
      console.log(`seal ${seal}  ${kind}  written between ${since ?? 'the beginning'} and ${until}`);
    after = part.next;
    if (after === null) console.log(`latest seal ${part.head ?? '-'}`);
  }
  const missing = noted !== undefined && !(await holds(noted));
  if (missing) console.log(`${noted} is not in the chain: it was made anew`);
  console.log(`${seals} seals, ${lines} lines, ${faults} faults`);
  if (faults > 0 || missing) process.exitCode = 1;
});

/** Whether the chain holds a seal that was noted elsewhere. */
async function holds(noted: string): Promise<boolean> {
  const [number, hash] = noted.split(':');
  if (!/^\d+$/.test(number ?? '') || !/^[0-9a-f]{64}$/.test(hash ?? '')) throw new Refused('A seal is NUMBER:HASH');
  return (await stretch(Number(number) - 1)).first === noted;
}
