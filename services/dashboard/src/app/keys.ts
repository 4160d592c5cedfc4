import { useEffect } from 'react';

const STORED = 'passerelle.keys';

/** The keys of the whole dashboard. No bare digit or `/`: on a French keyboard they need Shift. */
export type GlobalKey = 'go' | 'main' | 'veil' | 'help';

/** Keys can be switched off by whoever is disturbed by them; remembered on this device. */
export function keysAreOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? 'on' : 'off');
}

/** Which key was pressed; `?` only outside a field, where it is a letter. */
export function globalKeyOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>,
): GlobalKey | undefined {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return 'go';
  // By place on the keyboard: Alt+V types a character on some systems.
  if (event.altKey && event.code === 'KeyN') return 'main';
  if (event.altKey && event.code === 'KeyV') return 'veil';
  if (event.key === '?' && !inField(event.target)) return 'help';
  return undefined;
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Hears the global keys while the page is shown. */
export function useGlobalKeys(on: (key: GlobalKey) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!keysAreOn()) return;
      const key = globalKeyOf(event);
      if (!key) return;
      event.preventDefault();
      on(key);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [on]);
}

/** The page's main action, wherever it is drawn. */
export function doMainAction(): void {
  document.querySelector<HTMLElement>('[data-main-action] :is(a, button)')?.click();
}
