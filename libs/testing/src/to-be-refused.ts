import { expect } from '@jest/globals';
import type { Reply } from './start-for-test.js';

declare module 'expect' {
  interface Matchers<R> {
    /** The reply was refused with this code, with both sentences, and (when given) names this field. */
    toBeRefused(code: string, field?: string): R;
  }
}

expect.extend({
  toBeRefused(received: unknown, code: string, field?: string) {
    const errors = (received as Reply).errors ?? [];
    const found = errors.find((error) => error.extensions?.['code'] === code);
    const said = typeof found?.extensions['fr'] === 'string' && typeof found.extensions['en'] === 'string';
    const pass = found !== undefined && said && (field === undefined || found.extensions['field'] === field);
    return {
      pass,
      message: () =>
        `expected ${pass ? 'no ' : ''}refusal ${code}${field ? ` at ${field}` : ''}, got ${JSON.stringify(received)}`,
    };
  },
});
