import { existsSync } from 'node:fs';
import { askHealth } from './ask-service.js';

/** Why the network of services is not whole. */
export interface Incompleteness {
  /** The service, or `demo` for the demo year. */
  readonly service: string;
  readonly reason: 'silent' | 'behind' | 'not-seeded';
}

/** Asks each service whether it answers and has read every event it listens to, and whether the demo year promised is told. */
export class CompletenessCheck {
  constructor(
    private readonly services: Readonly<Record<string, string>>,
    private readonly demoYearMark?: string,
  ) {}

  async reasons(): Promise<Incompleteness[]> {
    const answers = await Promise.all(Object.entries(this.services).map(([service, url]) => reasonOf(service, url)));
    const untold = this.demoYearMark !== undefined && !existsSync(this.demoYearMark);
    const demo: Incompleteness[] = untold ? [{ service: 'demo', reason: 'not-seeded' }] : [];
    return [...answers.filter((reason) => reason !== undefined), ...demo];
  }
}

async function reasonOf(service: string, url: string): Promise<Incompleteness | undefined> {
  const answer = await askHealth(url);
  if (!answer) return { service, reason: 'silent' };
  return answer.whole ? undefined : { service, reason: 'behind' };
}
