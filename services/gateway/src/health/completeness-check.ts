/** Why the network of services is not whole. */
export interface Incompleteness {
  readonly service: string;
  readonly reason: 'silent' | 'behind' | 'not-seeded';
}

const ANSWER_WITHIN_MS = 2_000;

/** Asks each service whether it answers, has read every event it listens to, and holds the demo network it was promised. */
export class CompletenessCheck {
  constructor(private readonly services: Readonly<Record<string, string>>) {}

  async reasons(): Promise<Incompleteness[]> {
    const answers = await Promise.all(Object.entries(this.services).map(([service, url]) => reasonOf(service, url)));
    return answers.filter((reason) => reason !== undefined);
  }
}

async function reasonOf(service: string, url: string): Promise<Incompleteness | undefined> {
  try {
    const response = await fetch(new URL('/health/complete', url), {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      redirect: 'error',
    });
    const report: unknown = await response.json();
    if (!response.ok) return { service, reason: 'behind' };
    // A world started empty has no marker at all; `false` says that a seed was begun and is not in yet.
    const unseeded = typeof report === 'object' && report !== null && 'seeded' in report && report.seeded === false;
    return unseeded ? { service, reason: 'not-seeded' } : undefined;
  } catch {
    return { service, reason: 'silent' };
  }
}
