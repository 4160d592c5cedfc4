import { z } from 'zod';
import { loadConfig, loadServiceConfig, type ServiceConfig } from '#runtime';

const personaSchema = z.object({
  subject: z.string().min(1),
  name: z.string().min(1),
  mail: z.string().min(3),
  role: z.string(),
  branches: z.array(z.string()).min(1),
});
/** Somebody of the demo network, who is a member from its first day. */
export type KnownPersona = z.output<typeof personaSchema>;

const memberSchema = z.object({
  PUBLIC_URL: z.url(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.email(),
  IDENTITY_ADMIN_KIND: z.enum(['keycloak', 'demo']).default('keycloak'),
  IDENTITY_ADMIN_URL: z.url(),
  IDENTITY_ADMIN_CLIENT: z.string().min(1).default('members'),
  IDENTITY_ADMIN_SECRET: z.string().min(16),
  FIRST_ADMINISTRATOR_MAIL: z.email().optional(),
  DEMO_MEMBERS: z
    .string()
    .default('[]')
    .transform((text) => z.array(personaSchema).parse(JSON.parse(text))),
});
/** What inviting members takes: where they sign in, who carries mail, where the dashboard is. */
export type MemberSettings = z.output<typeof memberSchema>;

/**
 * The settings of members. Undefined where none is given, in a test or a world without an identity of its own: members are
 * written down there, and nobody is told. Throws `ConfigError` for one that is wrong.
 */
export function memberSettings(environment: NodeJS.ProcessEnv): MemberSettings | undefined {
  return environment['IDENTITY_ADMIN_URL'] === undefined ? undefined : loadConfig(memberSchema, environment);
}

/** The settings of the network service; see the README for each variable. In production those of members are required. */
export function loadNetworkConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  if ((environment['NODE_ENV'] ?? 'production') === 'production') loadConfig(memberSchema, environment);
  return loadServiceConfig('network', environment);
}
