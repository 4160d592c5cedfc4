/*
 * `npm run chaos`: works in a network of its own while everything in it breaks, then counts. What it prints last is what
 * counts: nothing lost, nothing double, nothing out of order.
 */
import { parseArgs } from 'node:util';
import { root } from '../../deploy/local/paths.ts';
import { MUTATIONS, runMutation } from './mutations.ts';
import { type Order, runAll } from './run.ts';
import { faultsNamed } from './schedule.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    schedules: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '120' },
    faults: { type: 'string', default: '' },
    brokers: { type: 'string', default: '1' },
    instances: { type: 'string', default: '1' },
    patience: { type: 'string', default: '4' },
    mutate: { type: 'string' },
  },
});
const say = (line: string) => console.log(line);
const layout = {
  portBase: Number(process.env['CHAOS_PORT_BASE'] ?? 4_950),
  brokers: Number(values.brokers) === 3 ? 3 : 1,
  instances: Number(values.instances) === 2 ? 2 : 1,
  code: root,
} as const;
const order: Order = {
  seed: Number(values.seed),
  schedules: Number(values.schedules),
  seconds: Number(values.seconds),
  faults: faultsNamed(values.faults.split(',').filter((name) => name !== '')),
  patience: Number(values.patience),
  layout,
};

if (values.mutate === undefined) {
  say(`seed ${order.seed}, ${layout.brokers} broker(s), ${layout.instances} instance(s) of each service`);
  const { schedules, acked, lost, double, inverted } = await runAll(order, say);
  say(`schedules ${schedules}, acked ${acked}, lost ${lost}, double ${double}, inverted ${inverted}`);
  process.exitCode = lost + double + inverted === 0 ? 0 : 1;
} else {
  const wanted = MUTATIONS.filter(({ name }) => values.mutate === 'all' || values.mutate === name);
  if (wanted.length === 0)
    throw new Error(`No mutation ${values.mutate}: ${MUTATIONS.map(({ name }) => name).join(', ')}.`);
  let unseen = 0;
  for (const mutation of wanted) if (!(await runMutation(mutation, order, say))) unseen += 1;
  say(`mutations ${wanted.length}, unseen ${unseen}`);
  process.exitCode = unseen === 0 ? 0 : 1;
}
