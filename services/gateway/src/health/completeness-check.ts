import { askHealth } from './ask-service.js';

/** Why the network of services is not whole. */
export interface Incompleteness {
  readonly service: string;
  readonly reason: 'silent' | 'behind' | 'not-seeded';
}

/** Asks each service whether it answers, has read every event it listens to, and holds the demo network it was promised. */
export class CompletenessCheck {
  constructor(private readonly services: Readonly<Record<string, string>>) {}

  async reasons(): Promise<Incompleteness[]> {
    const answers = await Promise.all(Object.entries(this.services).map(([service, url]) => reasonOf(service, url)));
    return answers.filter((reason) => reason !== undefined);
  }
}

async function reasonOf(service: string, url: string): Promise<Incompleteness | undefined> {
  const answer = await askHealth(url);
  if (!answer) return { service, reason: 'silent' };
  if (!answer.whole) return { service, reason: 'behind' };
  // A world started empty has no marker at all; `false` says that a seed was begun and is not in yet.
  return answer.report['seeded'] === false ? { service, reason: 'not-seeded' } : undefined;
}
