import { createContext, useContext } from 'react';

/** What a page may not take from the air: the time and new ids. Passed in, so that a test decides both. */
export interface Environment {
  readonly now: () => Date;
  readonly newId: () => string;
  /** A number in [0, 1), for spreading retries apart. */
  readonly chance: () => number;
}

/** The browser's own clock and identifiers. */
export const browserEnvironment: Environment = {
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  chance: () => Math.random(),
};

const EnvironmentContext = createContext<Environment>(browserEnvironment);
/** Gives the pages below another clock or other ids. */
export const EnvironmentProvider = EnvironmentContext.Provider;

export function useEnvironment(): Environment {
  return useContext(EnvironmentContext);
}
