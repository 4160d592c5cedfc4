import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

interface Veil {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}
const VeilContext = createContext<Veil>({ on: false, set: () => undefined });

/** For screens that the queue can see: names become initials and amounts dots. */
export function VeilProvider({ children }: { readonly children: ReactNode }) {
  const [on, setOn] = useState(false);
  const set = useCallback((wanted: boolean) => setOn(wanted), []);
  useEffect(() => {
    document.documentElement.dataset['veil'] = on ? 'on' : 'off';
  }, [on]);
  return <VeilContext.Provider value={useMemo(() => ({ on, set }), [on, set])}>{children}</VeilContext.Provider>;
}

export function useVeil(): Veil {
  return useContext(VeilContext);
}

/** A person's name; initials while the veil is on. Every name on a page goes through here. */
export function PersonName({ name }: { readonly name: string }) {
  const { on } = useVeil();
  return <span>{on ? initials(name) : name}</span>;
}

/** `Zoé Lefèvre-Martin` → `Z. L.-M.` */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) =>
      word
        .split('-')
        .map((part) => `${part.charAt(0).toLocaleUpperCase()}.`)
        .join('-'),
    )
    .join(' ');
}

/** Given and family name together; empty for somebody who has none, or whose record is away. */
export function fullName(
  person: { readonly givenName?: string | null; readonly familyName?: string | null } | null | undefined,
): string {
  return `${person?.givenName ?? ''} ${person?.familyName ?? ''}`.trim();
}
