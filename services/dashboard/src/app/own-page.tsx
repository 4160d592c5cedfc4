import type { RouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { PageHead } from '../ui/layout.js';
import { Empty } from '../ui/states.js';
import { allowed } from './claims.js';
import { PageLink } from './page-link.js';
import { pageOf } from './pages.js';
import type { Address } from './routes.js';
import { useIdentity } from './session.js';

/** The page of an address for whoever may see it. Anybody else is told that it is not theirs, and nothing is asked. */
export function ownPage(address: Address): RouteComponent {
  const Shown = pageOf(address.slice);
  // Made once for each address, when the routes are.
  const page: RouteComponent = () => <Own address={address} page={<Shown />} />;
  // A page's code still travels when its link is pointed at.
  if (Shown.preload) page.preload = Shown.preload;
  return page;
}

function Own({ address, page }: { readonly address: Address; readonly page: ReactNode }) {
  const identity = useIdentity();
  return address.needs && !allowed(identity, address.needs) ? <NotYours address={address} /> : page;
}

function NotYours({ address }: { readonly address: Address }) {
  const t = useWords();
  return (
    <>
      <PageHead title={t(address.title)} />
      <Empty reason="not-yours" action={<PageLink href="/">{t('app.notFound.back')}</PageLink>}>
        {t('app.notYours')}
      </Empty>
    </>
  );
}
