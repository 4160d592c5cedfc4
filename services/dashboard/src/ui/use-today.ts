import { useEnvironment } from './environment.js';
import { useFormat } from './format.js';

/** Today by the clocks of the branch, `2026-11-28`. */
export function useToday(): string {
  const format = useFormat();
  const { now } = useEnvironment();
  return format.localDate(now());
}
