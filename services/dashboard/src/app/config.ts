/** A person of the demo network who can sign in from the first page (development only). */
export interface PersonaChoice {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly branches: readonly string[];
}

/** What the gateway says about this installation. */
export interface DashboardConfig {
  readonly authority: string;
  readonly clientId: string;
  readonly personas: readonly PersonaChoice[];
  /** Where a demo network shows the mails it sends. */
  readonly inbox?: string;
}

/** Asks the gateway once, at start. */
export async function loadConfig(): Promise<DashboardConfig> {
  const response = await fetch('/config.json', { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  const found = (await response.json()) as Partial<DashboardConfig>;
  if (!found.authority || !found.clientId) throw new Error('config.json names no authority');
  return {
    authority: found.authority,
    clientId: found.clientId,
    personas: found.personas ?? [],
    ...(found.inbox ? { inbox: found.inbox } : {}),
  };
}
