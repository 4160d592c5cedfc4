/*
 * `npm run rebuild`: the versions of the figures and how far each is. `-- begin`: fills a new one beside the live one.
 * `-- switch N`: shows readers version N. `-- drop N`: drops one that readers do not see. `-- wait`: until none is loading.
 */
import { askGateway, operate, Refused } from './ask-gateway.ts';

interface Version {
  version: number;
  state: string;
  read: number;
  known: number;
  loadedAt: string | null;
  switchedAt: string | null;
  differences: { branch: string; month: string; kind: number; what: string }[];
}

const FIELDS = 'version state read known loadedAt switchedAt';

async function ask<A>(query: string, variables: Record<string, unknown> = {}): Promise<A> {
  return (await askGateway<{ data: A }>('/graphql', { query, variables })).data;
}

async function versions(): Promise<Version[]> {
  const query = `{ projectionVersions { ${FIELDS} differences { branch month kind what } } }`;
  return (await ask<{ projectionVersions: Version[] }>(query)).projectionVersions;
}

async function status(): Promise<void> {
  for (const { version, state, read, known, differences, ...when } of await versions()) {
    const share =
      state === 'LOADING' ? `  ${known ? Math.floor((100 * read) / known) : 100} % of ${known} records` : '';
    console.log(
      `version ${version}  ${state}${share}  loaded ${when.loadedAt ?? '-'}  shown since ${when.switchedAt ?? '-'}`,
    );
    for (const { branch, month, kind, what } of differences) {
      console.log(`  differs: ${branch} ${month.slice(0, 7)} kind ${kind}: ${what}`);
    }
  }
}

async function wait(): Promise<void> {
  while ((await versions()).some(({ state }) => state === 'LOADING')) {
    await status();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  await status();
}

await operate(async () => {
  const [verb = 'status', number = ''] = process.argv.slice(2);
  if (verb === 'status') return status();
  if (verb === 'wait') return wait();
  if (verb === 'begin') {
    await ask(`mutation { beginRebuild { ${FIELDS} } }`);
    return status();
  }
  const mutation = { switch: 'switchProjection', drop: 'dropProjection' }[verb];
  if (!mutation || !/^\d+$/.test(number))
    throw new Refused('npm run rebuild -- [status | begin | wait | switch N | drop N]');
  await ask(`mutation ($version: Int!) { ${mutation}(version: $version) { version } }`, { version: Number(number) });
  return status();
});
