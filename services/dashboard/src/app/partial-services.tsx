import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

type Report = (reader: string, services: readonly string[]) => () => void;
const ReportContext = createContext<Report>(() => () => undefined);
const MissingContext = createContext<readonly string[]>([]);

/** Gathers, from every block on the page, which services do not answer: the freshness pill says how many. */
export function PartialServicesProvider({ children }: { readonly children: ReactNode }) {
  const [byReader, setByReader] = useState<Readonly<Record<string, readonly string[]>>>({});
  const report = useCallback<Report>((reader, services) => {
    setByReader((before) =>
      services.length === 0 && !(reader in before) ? before : { ...before, [reader]: services },
    );
    return () => setByReader(({ [reader]: _gone, ...others }) => others);
  }, []);
  const missing = useMemo(() => [...new Set(Object.values(byReader).flat())].sort(), [byReader]);
  return (
    <ReportContext.Provider value={report}>
      <MissingContext.Provider value={missing}>{children}</MissingContext.Provider>
    </ReportContext.Provider>
  );
}

export function usePartialServices(): Report {
  return useContext(ReportContext);
}

/** The services that some block on this page is missing. */
export function useMissingServices(): readonly string[] {
  return useContext(MissingContext);
}
