import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { useIdentity } from '../../app/session.js';
import { useWords } from '../../i18n/words.js';

/** What an event speaks of, as far as the reader may know it. */
interface Subject {
  readonly kind: string;
  readonly id: string | null;
  readonly device?: { readonly tag: string | null } | null;
}

/** Leads to the record behind an event, where there is a page and the reader may open it. */
export function SubjectLink({ subject }: { readonly subject: Subject | null }) {
  const t = useWords();
  const identity = useIdentity();
  const href = subject?.id ? addressOf(subject, subject.id, (permission) => allowed(identity, permission)) : undefined;
  return href ? <PageLink href={href}>{t('evidence.open')}</PageLink> : <span aria-hidden="true">–</span>;
}

function addressOf(
  { kind, device }: Subject,
  id: string,
  may: (permission: 'ReadSessions' | 'ReadSales' | 'ReadBeneficiaries') => boolean,
): string | undefined {
  if (kind === 'SESSION' && may('ReadSessions')) return `/sessions/${id}`;
  if (kind === 'SERIES' && may('ReadSessions')) return `/series/${id}`;
  if (kind === 'SALE' && may('ReadSales')) return `/sales/${id}`;
  if (kind === 'PERSON' && may('ReadBeneficiaries')) return `/people/${id}`;
  return kind === 'DEVICE' && device?.tag ? `/devices/${device.tag}` : undefined;
}
