import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { graphql } from './query.js';
import { useRead } from './use-read.js';

const BRANCH_NAMES = graphql(`
  query BranchNames {
    branches(first: 100) {
      items {
        code
        city
        zone
      }
    }
  }
`);

interface KnownBranch {
  readonly code: string;
  readonly city: string;
  readonly zone: string;
}

/** Cities and zones by branch code. Until they are read, a code stands for its city: never nothing. */
export interface BranchNames {
  readonly of: (code: string) => string;
  readonly zoneOf: (code: string) => string;
  /** Every code, by city. */
  readonly all: readonly string[];
}

const HOME_ZONE = 'Europe/Paris';

function namesFrom(branches: readonly KnownBranch[]): BranchNames {
  const byCode = new Map(branches.map((branch) => [branch.code, branch]));
  return {
    of: (code) => byCode.get(code)?.city ?? code,
    zoneOf: (code) => byCode.get(code)?.zone ?? HOME_ZONE,
    all: branches.map((branch) => branch.code),
  };
}

const BranchNamesContext = createContext<BranchNames>(namesFrom([]));

/** Reads the branches' names once for the whole frame. */
export function BranchNamesProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useRead(BRANCH_NAMES, {});
  const items = data?.branches?.items;
  const names = useMemo(() => namesFrom(items ?? []), [items]);
  return <BranchNamesContext.Provider value={names}>{children}</BranchNamesContext.Provider>;
}

/** `of('BX')` → `Bordeaux`. */
export function useBranchName(): BranchNames {
  return useContext(BranchNamesContext);
}
