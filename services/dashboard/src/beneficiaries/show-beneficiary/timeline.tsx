import type { ReactNode } from 'react';
import { PageLink } from '../../app/page-link.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Empty } from '../../ui/states.js';

interface Step {
  readonly id: string;
  readonly at: string;
  readonly off: boolean;
  readonly what: ReactNode;
}

/** Steps in time, newest first; what was taken back stays, struck through. */
function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const t = useWords();
  const format = useFormat();
  if (steps.length === 0) return <Empty reason="nothing-yet">{t('people.noTimeline')}</Empty>;
  return (
    <ol className="plain">
      {[...steps]
        .sort((a, b) => b.at.localeCompare(a.at))
        .map((step) => (
          <li key={step.id}>
            <span className="soft small">{step.at ? format.moment(step.at) : ''}</span>
            <div>{step.off ? <s>{step.what}</s> : step.what}</div>
          </li>
        ))}
    </ol>
  );
}

interface Correction {
  readonly what: string;
  readonly reason: string;
  readonly at: string;
}

/** What was mended in the record, and why. */
export function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  return <Steps steps={corrections.map(({ at, reason }) => ({ id: at, at, off: false, what: reason }))} />;
}

interface Act {
  readonly id: string;
  readonly solution: string;
  readonly occurredAt: string;
  readonly minutes: number;
  readonly themes: readonly string[];
  readonly voided: boolean;
}

export function Acts({ acts }: { readonly acts: readonly Act[] }) {
  const t = useWords();
  const label = useLabel();
  const steps = acts.map((act) => ({
    id: act.id,
    at: act.occurredAt,
    off: act.voided,
    what: [
      label('Solution', act.solution),
      t('people.minutes', { minutes: act.minutes }),
      act.themes.map((theme) => label('MediationTheme', theme)).join(', '),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return <Steps steps={steps} />;
}

interface Seat {
  readonly id: string;
  readonly state: string;
  readonly attendance: string;
  readonly session: { readonly id: string; readonly title: string; readonly startsAt: string } | null;
}

export function Seats({ seats }: { readonly seats: readonly Seat[] }) {
  const label = useLabel();
  const steps = seats.map((seat) => ({
    id: seat.id,
    at: seat.session?.startsAt ?? '',
    off: seat.state === 'CANCELLED',
    what: (
      <>
        {seat.session ? <PageLink href={`/sessions/${seat.session.id}`}>{seat.session.title}</PageLink> : '–'} ·{' '}
        {label('Attendance', seat.attendance)}
      </>
    ),
  }));
  return <Steps steps={steps} />;
}

interface Purchase {
  readonly id: string;
  readonly receipt: string;
  readonly occurredAt: string;
  readonly totalCents: number;
  readonly state: string;
}

export function Purchases({ sales }: { readonly sales: readonly Purchase[] }) {
  const format = useFormat();
  const steps = sales.map((sale) => ({
    id: sale.id,
    at: sale.occurredAt,
    off: sale.state === 'VOIDED',
    what: (
      <>
        <PageLink href={`/sales/${sale.id}`}>{sale.receipt}</PageLink> · {format.money(sale.totalCents)}
      </>
    ),
  }));
  return <Steps steps={steps} />;
}
