import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type MouseEvent, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useWords } from '../i18n/words.js';
import { ZoneProvider } from '../ui/format.js';
import { Loading } from '../ui/states.js';
import { BottomBar } from './bottom-bar.js';
import { BranchNamesProvider, useBranchName } from './branch-names.js';
import css from './frame.module.css';
import { Gate } from './gate.js';
import { doMainAction, type GlobalKey, useGlobalKeys } from './keys.js';
import { OfflineBand } from './offline-band.js';
import { PartialServicesProvider } from './partial-services.js';
import { Rail } from './rail.js';
import { ADDRESSES, type Address } from './routes.js';
import { useScope } from './scope.js';
import { useMaybeIdentity } from './session.js';
import { TopBar } from './top-bar.js';
import { useVeil } from './veil.js';

// Whoever is signed in never sees it.
const Landing = lazy(() => import('./landing.js').then((module) => ({ default: module.Landing })));
// Dialogs travel when somebody opens one, not with the first screen.
const GoTo = lazy(() => import('./go-to.js').then((module) => ({ default: module.GoTo })));
const KeysHelp = lazy(() => import('./keys-help.js').then((module) => ({ default: module.KeysHelp })));

/** Somebody signed in gets the frame around their page; anybody else the first page, at the same address. */
export function Frame() {
  const identity = useMaybeIdentity();
  if (!identity)
    return (
      <Suspense fallback={null}>
        <Landing />
      </Suspense>
    );
  return (
    <PartialServicesProvider>
      <BranchNamesProvider>
        <BranchZone>
          <SignedInFrame />
        </BranchZone>
      </BranchNamesProvider>
    </PartialServicesProvider>
  );
}

/** Hours and days are those of the branch in view, wherever the reader is. */
function BranchZone({ children }: { readonly children: ReactNode }) {
  const { one } = useScope();
  const { zoneOf } = useBranchName();
  return <ZoneProvider value={zoneOf(one ?? '')}>{children}</ZoneProvider>;
}

function SignedInFrame() {
  const t = useWords();
  const veil = useVeil();
  const [open, setOpen] = useState<'go' | 'help' | null>(null);
  const close = () => setOpen(null);
  useFocusOnNewPage();
  useTabTitle();
  useGlobalKeys(
    useCallback(
      (key: GlobalKey) => {
        if (key === 'main') doMainAction();
        else if (key === 'veil') veil.set(!veil.on);
        else setOpen(key);
      },
      [veil],
    ),
  );
  return (
    <div className={css.frame} onClickCapture={onceOnly}>
      <a className={css.skip} href="#content">
        {t('frame.skip')}
      </a>
      <Rail />
      <div className={css.column}>
        <TopBar onGo={() => setOpen('go')} onKeys={() => setOpen('help')} />
        <OfflineBand />
        <main id="content" className={css.main} tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
          <p className="only-print">{location.href}</p>
        </main>
      </div>
      <BottomBar />
      <Suspense fallback={null}>
        {open === 'go' ? <GoTo opened onClose={close} /> : null}
        {open === 'help' ? <KeysHelp opened onClose={close} /> : null}
      </Suspense>
      <Gate />
      <p className="unseen" role="status">
        {veil.on ? t('frame.veilOn') : ''}
      </p>
    </div>
  );
}

/** A double click on what sends or saves is one act; taps that count, an article's at the till, still count each. */
function onceOnly(event: MouseEvent<HTMLElement>): void {
  const sends = '[type="submit"], [data-main-action], [data-once]';
  if (event.detail < 2 || !(event.target instanceof Element) || !event.target.closest(sends)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** A screen reader hears the title of the page it was led to; a change of filters is no new page. */
function useFocusOnNewPage(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const [first, setFirst] = useState(path);
  useEffect(() => {
    if (path === undefined || path === first) return;
    setFirst(undefined);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [path, first]);
}

/** The tab is named after the page, never after a person. */
function useTabTitle(): void {
  const t = useWords();
  const route: string | undefined = useRouterState({ select: (state) => state.matches.at(-1)?.fullPath });
  const address: Address | undefined = Object.values(ADDRESSES).find(({ path }) => path === route);
  const title = address ? `${t(address.title)} · Passerelle` : 'Passerelle';
  useEffect(() => {
    document.title = title;
  }, [title]);
}
