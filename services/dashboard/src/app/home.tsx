import { Navigate } from '@tanstack/react-router';
import { useWords } from '../i18n/words.js';
import { PageHead } from '../ui/layout.js';
import { Empty } from '../ui/states.js';
import { entriesOf, hrefOf } from './nav.js';
import { useIdentity } from './session.js';

/** The landing page of a role is the first entry of its menu. */
export function Home() {
  const identity = useIdentity();
  const t = useWords();
  const [first] = entriesOf(identity.role);
  if (first) return <Navigate to={hrefOf(first, identity.branches[0]) as never} replace />;
  return (
    <>
      <PageHead title="Passerelle" />
      <Empty reason="not-yours">{t('app.nothingForYou')}</Empty>
    </>
  );
}
