import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './paper.css';

/** The papers that the desk hands out, by size. */
export type PaperSize = 'a6' | 'a4' | 'a4-landscape' | 'receipt-80mm';

/**
 * A sheet that exists only in print, outside the page: everything else disappears when the reader prints. Big type, in
 * black, because many people served have neither mail nor phone. Use with `window.print()`.
 */
export function Paper({
  size,
  lang,
  children,
}: {
  readonly size: PaperSize;
  readonly lang?: string;
  readonly children: ReactNode;
}) {
  return createPortal(
    <article data-paper={size} className="only-print" lang={lang}>
      {children}
    </article>,
    document.body,
  );
}

/** Appointment card: date in words, place, how to come, phone. Never the reason of the visit. */
export function AppointmentCard(props: {
  readonly lang?: string;
  readonly title: string;
  readonly when: string;
  readonly place: string;
  readonly lines: readonly string[];
}) {
  return (
    <Paper size="a6" {...(props.lang === undefined ? {} : { lang: props.lang })}>
      <p className="paper-kicker">{props.title}</p>
      <p className="paper-big">{props.when}</p>
      <p className="paper-strong">{props.place}</p>
      {props.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Paper>
  );
}

/** Receipt frame: its number, its lines and the total; the same content on a roll or on a page. */
export function ReceiptPaper(props: {
  readonly size: 'receipt-80mm' | 'a4';
  readonly head: readonly string[];
  readonly number: string;
  readonly lines: readonly { readonly label: string; readonly amount: string }[];
  readonly total: { readonly label: string; readonly amount: string };
  readonly foot: readonly string[];
}) {
  return (
    <Paper size={props.size}>
      {props.head.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="paper-strong">{props.number}</p>
      <table>
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.label}>
              <td>{line.label}</td>
              <td className="number">{line.amount}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{props.total.label}</th>
            <td className="number">{props.total.amount}</td>
          </tr>
        </tfoot>
      </table>
      {props.foot.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Paper>
  );
}
