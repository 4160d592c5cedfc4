/* `npm run -s token -- PERSONA`: prints an access token of the running demo network, and nothing else. */
import { accessTokenFor, NoToken } from './access-token.ts';
import { personaNamed, personas } from './personas.ts';
import { portBase, portsFrom } from './ports.ts';

const [name] = process.argv.slice(2);
const ports = portsFrom(portBase(process.env));
const issuer = process.env.OIDC_ISSUER ?? `http://localhost:${ports.identity}`;

if (!personaNamed(name)) {
  console.error(`Name one of: ${personas.map((persona) => persona.id).join(', ')}`);
  process.exit(1);
}
try {
  process.stdout.write(`${await accessTokenFor(name ?? '', issuer, `http://localhost:${ports.gateway}`)}\n`);
} catch (error) {
  const words = error instanceof NoToken ? error.message : `Nothing answers at ${issuer}.`;
  console.error(`${words} Run npm start first, in this clone and with the same PORT_BASE.`);
  process.exit(1);
}
