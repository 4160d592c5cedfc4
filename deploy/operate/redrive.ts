/*
 * `npm run redrive`: sends the whole ledger of every service to Kafka once more, after topics were lost; consumers drop
 * what they have applied. `-- --service workshops`, `--topic workshops.sessions`, `--since SEQ` narrow it.
 */
import { parseArgs } from 'node:util';
import { askGateway, operate, services } from './ask-gateway.ts';

await operate(async () => {
  const { values } = parseArgs({
    options: { service: { type: 'string' }, topic: { type: 'string' }, since: { type: 'string' } },
  });
  const wanted = values.service ?? values.topic?.split('.')[0];
  for (const service of wanted ? [wanted] : services) {
    const part = { topic: values.topic, since: values.since === undefined ? undefined : Number(values.since) };
    const { sent } = await askGateway<{ sent: number }>('/operations/redrive', { service, ...part });
    console.log(`${service}: ${sent} events are on their way again`);
  }
});
