import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadServiceConfig, type ServiceConfig } from '#runtime';

/** The settings of the network service; see the README for each variable. */
export function loadNetworkConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  return loadServiceConfig('network', environment);
}

/** Where files for import wait, at most a day (`FILES_DIR`). */
export function filesDirectory(environment: NodeJS.ProcessEnv): string {
  return environment['FILES_DIR'] ?? join(tmpdir(), 'passerelle-files');
}
