import { made } from './remembering-tada.js';

/** Loads every module of the dashboard but the one that draws it: what they ask is made as they load. */
import.meta.glob(['./src/**/*.ts', './src/**/*.tsx', '!./src/main.tsx', '!./src/**/*.spec.ts', '!./src/**/*.d.ts'], {
  eager: true,
});

/** The text of each query and mutation. */
export const documents: readonly string[] = [...made];
