/** Asks again when something moved, and how to let go of it. */
export interface Paced {
  readonly moved: () => void;
  readonly stop: () => void;
}

/**
 * Asks at most once per pause, and never while an answer is on its way: asking anew would break that one off, and a service
 * that answers slowly would never be heard. What moves meanwhile is asked for afterwards.
 */
export function paced(ask: () => Promise<unknown>, pauseMs: number): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let again = false;
  let stopped = false;
  const later = (): void => {
    timer ??= setTimeout(() => void round(), pauseMs);
  };
  const round = async (): Promise<void> => {
    timer = undefined;
    again = false;
    asking = true;
    // What went wrong is told where the answer is shown.
    await ask().catch(() => undefined);
    asking = false;
    if (again && !stopped) later();
  };
  return {
    moved: () => {
      if (asking) again = true;
      else if (!stopped) later();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
