import { start } from '#runtime';
import { loadNetworkConfig } from './config.js';
import { NetworkModule } from './network.module.js';

await start(NetworkModule, loadNetworkConfig);
