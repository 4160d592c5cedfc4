/*
 * Fills the demo network: a year of thirteen branches through the services' own use cases, on a clock that steps. Ends when
 * every fact has arrived everywhere and the figures are proven: 0; 3 when the network has data of its own already.
 */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { BeneficiariesModule } from '../../services/beneficiaries/src/beneficiaries.module.js';
import { EquipmentModule } from '../../services/equipment/src/equipment.module.js';
import { NetworkModule } from '../../services/network/src/network.module.js';
import { WorkshopsModule } from '../../services/workshops/src/workshops.module.js';
import { openDatabases } from './proof/databases.js';
import { prove } from './proof/proof.js';
import { openService } from './seed/demo-world.js';
import { tell, yearUpTo } from './seed/year.js';

const begun = performance.now();
const say = (words: string) =>
  console.log(`          ${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${words}`);

const [network, beneficiaries, workshops, equipment] = await Promise.all([
  openService(NetworkModule, process.env),
  openService(BeneficiariesModule, process.env),
  openService(WorkshopsModule, process.env),
  openService(EquipmentModule, process.env),
]);
if ((await network.count('SELECT count(*) AS n FROM branch')) > 0) process.exit(3);
// From here on the network is neither empty nor whole: whoever starts it next must know.
if (process.env['SEED_MARK']) writeFileSync(process.env['SEED_MARK'], '');

await tell(yearUpTo(new Date()), { network, beneficiaries, workshops, equipment }, say);
const databases = await openDatabases((service) => process.env[`DATABASE_WORKER_URL_${service.toUpperCase()}`]);
const { compared, against } = await prove(databases.ask);
for (const words of against) console.error(`          ✗ ${words}`);
if (against.length === 0) say(`Every fact has arrived; ${compared} figures are what the services' own tables say`);
process.exit(against.length === 0 ? 0 : 1);
