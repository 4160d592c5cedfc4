/** How one service does, as the gateway tells it. */
export interface ServiceState {
  readonly service: string;
  readonly state: 'WELL' | 'BEHIND' | 'NO_DATABASE' | 'SILENT';
  readonly since: string;
  readonly sentUpTo: string | null;
  readonly unread: number | null;
  readonly setAside: number | null;
}

/** Those that need somebody, the worst first. */
export function ailing(states: readonly ServiceState[]): ServiceState[] {
  const rank = { SILENT: 0, NO_DATABASE: 1, BEHIND: 2, WELL: 3 } as const;
  return states.filter(({ state }) => state !== 'WELL').sort((a, b) => rank[a.state] - rank[b.state]);
}

/** Announcements that no service could read, over all services; somebody has to look at them. */
export function setAsideIn(states: readonly ServiceState[]): number {
  return states.reduce((sum, { setAside }) => sum + (setAside ?? 0), 0);
}

/** Reads the gateway's answer; a service it says nothing sound of is left out. */
export function readStates(answer: unknown): ServiceState[] {
  const services = isRecord(answer) ? answer['services'] : undefined;
  return Array.isArray(services) ? services.filter(isState) : [];
}

function isState(value: unknown): value is ServiceState {
  return (
    isRecord(value) &&
    typeof value['service'] === 'string' &&
    typeof value['since'] === 'string' &&
    ['WELL', 'BEHIND', 'NO_DATABASE', 'SILENT'].includes(String(value['state']))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
