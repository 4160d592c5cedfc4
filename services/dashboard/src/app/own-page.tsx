import type { RouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { PageHead } from '../ui/layout.js';
import { Empty } from '../ui/states.js';
import { allowed } from './claims.js';
import { PageLink } from './page-link.js';
import { pageOf } from './pages.js';
import type { Address } from './routes.js';
import { useScope } from './scope.js';
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
  const t = useWords();
  const identity = useIdentity();
  const { one } = useScope();
  if (address.needs && !allowed(identity, address.needs)) {
    return (
      <Instead address={address} action={<PageLink href="/">{t('app.notFound.back')}</PageLink>}>
        {t('app.notYours')}
      </Instead>
    );
  }
  return address.ofOneBranch && one === undefined ? <Instead address={address}>{t('app.chooseBranch')}</Instead> : page;
}

/** The page's title, and why there is nothing under it. */
function Instead(props: { readonly address: Address; readonly action?: ReactNode; readonly children: ReactNode }) {
  const t = useWords();
  return (
    <>
      <PageHead title={t(props.address.title)} />
      <Empty reason="not-yours" action={props.action}>
        {props.children}
      </Empty>
    </>
  );
}
