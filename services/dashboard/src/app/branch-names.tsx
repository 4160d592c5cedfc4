import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface BranchNames {
  readonly names: Readonly<Record<string, string>>;
  readonly learn: (names: Readonly<Record<string, string>>) => void;
}
const BranchNamesContext = createContext<BranchNames>({ names: {}, learn: () => undefined });

/** City names by branch code, once a page has read them; until then the code itself is shown, never nothing. */
export function BranchNamesProvider({ children }: { readonly children: ReactNode }) {
  const [names, learn] = useState<Readonly<Record<string, string>>>({});
  return (
    <BranchNamesContext.Provider value={useMemo(() => ({ names, learn }), [names])}>
      {children}
    </BranchNamesContext.Provider>
  );
}

/** `of('BX')` → `Bordeaux`; `all` = every code known so far. */
export function useBranchName(): { readonly of: (code: string) => string; readonly all: readonly string[] } {
  const { names } = useContext(BranchNamesContext);
  return useMemo(() => ({ of: (code: string) => names[code] ?? code, all: Object.keys(names).sort() }), [names]);
}

/** For the one place that reads the list of branches. */
export function useLearnBranchNames(): (names: Readonly<Record<string, string>>) => void {
  return useContext(BranchNamesContext).learn;
}
