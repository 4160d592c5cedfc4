import { type Clock } from '#persistence';
import { askHealth, type HealthAnswer, isRecord } from './ask-service.js';

/** How one service does, in what a person can act on: no error text, which could hold anything. */
export interface ServiceState {
  /** Name of the service, `workshops`. */
  readonly service: string;
  readonly state: 'WELL' | 'BEHIND' | 'NO_DATABASE' | 'SILENT';
  /** When this state was first seen, ISO 8601; the service may have been in it for longer. */
  readonly since: string;
  /** Everything written before this instant has been announced; null when that is not known. */
  readonly sentUpTo: string | null;
  /** Announcements of others that it has still to read; null when that is not known. */
  readonly unread: number | null;
  /** Announcements it could not read and put aside for somebody to look at; null when that is not known. */
  readonly setAside: number | null;
}

/** Remembers since when each service has been in its state. */
export class ServiceStates {
  private readonly seen = new Map<string, { state: ServiceState['state']; since: string }>();

  constructor(
    private readonly services: Readonly<Record<string, string>>,
    private readonly clock: Clock,
  ) {}

  /** Asks all services at once. */
  async now(): Promise<ServiceState[]> {
    const entries = Object.entries(this.services);
    const answers = await Promise.all(entries.map(([, url]) => askHealth(url)));
    const at = this.clock.now().toISOString();
    return entries.map(([service], index) => {
      const answer = answers[index];
      const state = stateOf(answer);
      const before = this.seen.get(service);
      const since = before?.state === state ? before.since : at;
      this.seen.set(service, { state, since });
      return { service, state, since, ...progressOf(answer) };
    });
  }
}

function stateOf(answer: HealthAnswer | undefined): ServiceState['state'] {
  if (!answer) return 'SILENT';
  if (answer.whole) return 'WELL';
  return answer.report['database'] === true ? 'BEHIND' : 'NO_DATABASE';
}

function progressOf(answer: HealthAnswer | undefined): Pick<ServiceState, 'sentUpTo' | 'unread' | 'setAside'> {
  const part = (name: string) => {
    const found = answer?.report[name];
    return isRecord(found) ? found : {};
  };
  const { drainedUpTo } = part('relay');
  const { lag } = part('consumer');
  const setAside = answer?.report['setAside'];
  return {
    sentUpTo: typeof drainedUpTo === 'string' ? drainedUpTo : null,
    unread: typeof lag === 'number' ? lag : null,
    setAside: typeof setAside === 'number' ? setAside : null,
  };
}
