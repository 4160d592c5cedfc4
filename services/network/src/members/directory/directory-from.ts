import { memberSettings } from '../../config.js';
import { DemoDirectory } from './demo-directory.js';
import { Directory, type OpenSession } from './directory.js';
import { KeycloakDirectory } from './keycloak-directory.js';

/** Where there is no identity of one's own to tell: nobody is signed in as far as anybody knows. */
class NoDirectory extends Directory {
  async put(): Promise<string> {
    throw new Error('There is no identity provider to tell.');
  }

  async endSessions(): Promise<void> {
    // Nothing is kept here that could be ended.
  }

  async sessionsOf(): Promise<OpenSession[]> {
    return [];
  }
}

/** The directory that the settings name. */
export function directoryFrom(environment: NodeJS.ProcessEnv): Directory {
  const settings = memberSettings(environment);
  if (!settings) return new NoDirectory();
  const { IDENTITY_ADMIN_URL: url, IDENTITY_ADMIN_SECRET: secret, IDENTITY_ADMIN_CLIENT: client } = settings;
  return settings.IDENTITY_ADMIN_KIND === 'demo'
    ? new DemoDirectory(url, secret)
    : new KeycloakDirectory({ url, client, secret, now: () => Date.now() });
}
