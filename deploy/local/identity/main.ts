import { join } from 'node:path';
import { local } from '../paths.ts';
import { portBase, portsFrom } from '../ports.ts';
import { identityKeys } from './keys.ts';
import { createIdentityServer } from './server.ts';
import { Store } from './store.ts';

if (process.env.NODE_ENV === 'production') {
  console.error('This identity knows no passwords and is for demonstrations only: it does not run in production.');
  process.exit(1);
}

const ports = portsFrom(portBase(process.env));
const server = createIdentityServer({
  issuer: `http://localhost:${ports.identity}`,
  dashboard: `http://localhost:${ports.gateway}`,
  keys: identityKeys(join(local, 'identity', 'keys.json')),
  adminSecret: process.env.IDENTITY_ADMIN_SECRET,
  store: new Store(join(local, 'identity', 'store.json'), () => Math.floor(Date.now() / 1000)),
});
server.listen(ports.identity, '127.0.0.1');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
