const ANSWER_WITHIN_MS = 2_000;

/** What a service said when asked for its health; `whole` is its own word for « nothing is wrong here ». */
export interface HealthAnswer {
  readonly whole: boolean;
  readonly report: Readonly<Record<string, unknown>>;
}

/** Asks a service at its address; undefined when it does not answer within two seconds. */
export async function askHealth(url: string): Promise<HealthAnswer | undefined> {
  try {
    const response = await fetch(new URL('/health/complete', url), {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      redirect: 'error',
    });
    const report: unknown = await response.json();
    return { whole: response.ok, report: isRecord(report) ? report : {} };
  } catch {
    return undefined;
  }
}

/** True of a plain JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
