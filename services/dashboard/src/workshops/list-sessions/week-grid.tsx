import { type KeyboardEvent, useState } from 'react';
import { PageLink } from '../../app/page-link.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { localText } from '../../ui/local-time.js';
import { stateOf } from '../session-state.js';
import { type DayPlan, isFree, layOutWeek, type Placed } from './lay-out-week.js';
import { addressOf, type SessionRow } from './sessions-table.js';
import { StateMark } from './state-mark.js';
import css from './week.module.css';

/** An hour of one day: what the arrows walk over. */
interface Slot {
  readonly column: number;
  readonly row: number;
}
const STEPS: Readonly<Record<string, Slot>> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
};

/**
 * A week as days beside hours, a block for each session as tall as it is long. The free hours are one stop of the
 * keyboard, walked with the arrows; each opens the form with its day and hour filled in.
 */
export function WeekGrid(props: {
  readonly caption: string;
  readonly monday: string;
  readonly rows: readonly SessionRow[];
  /** Absent for who may not plan. */
  readonly onSlot?: ((at: string) => void) | undefined;
}) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const { days, hours } = layOutWeek(props.rows, props.monday, format.zone);
  const [today, clock = ''] = localText(now().toISOString(), format.zone).split('T');
  const [at, setAt] = useState<Slot>();
  const free = (slot: Slot) => {
    const day = days[slot.column];
    const hour = hours[slot.row];
    return day !== undefined && hour !== undefined && isFree(day.placed, hour);
  };
  const stop = at && free(at) ? at : firstFree(days, hours);
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    if (!step || !stop || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    let next = stop;
    do next = { column: next.column + step.column, row: next.row + step.row };
    while (days[next.column] && hours[next.row] !== undefined && !free(next));
    if (!free(next)) return;
    setAt(next);
    event.currentTarget.querySelector<HTMLButtonElement>(`[data-slot="${next.column}.${next.row}"]`)?.focus();
  };
  const name = (day: string) => format.day(`${day}T12:00:00Z`, 'weekday');
  const slot = ({ day, placed }: DayPlan<SessionRow>, column: number, hour: number, row: number) => {
    if (!props.onSlot || !isFree(placed, hour)) return null;
    const start = `${day}T${String(hour).padStart(2, '0')}:00`;
    return (
      <button
        type="button"
        className={css.slot}
        data-slot={`${column}.${row}`}
        tabIndex={stop?.column === column && stop.row === row ? 0 : -1}
        aria-label={t('session.planAt', { day: name(day), time: start.slice(11) })}
        onFocus={() => setAt({ column, row })}
        onClick={() => props.onSlot?.(start)}
      >
        <span aria-hidden="true">+</span>
      </button>
    );
  };
  return (
    <table className={css.week} onKeyDown={walk}>
      <caption className="unseen">
        {props.caption}
        {props.onSlot ? `. ${t('session.slotHelp')}` : ''}
      </caption>
      <colgroup>
        <col className={css.hours} />
        {days.map(({ day, placed }, index) => (
          <col key={day} className={index > 4 && placed.length === 0 ? css.quiet : undefined} style={crowded(placed)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <td />
          {days.map(({ day }) => (
            <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
              <span className="unseen">{name(day)}</span>
              <span aria-hidden="true">{weekdayOf(name(day))}</span>
              <span className={css.date} aria-hidden="true">
                {Number(day.slice(8))}
              </span>
              {day === today ? <span className={css.today}>{t('session.today')}</span> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour, row) => (
          <tr key={hour}>
            <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
            {days.map((plan, column) => (
              <td key={plan.day} data-today={plan.day === today || undefined}>
                {slot(plan, column, hour, row)}
                {plan.placed
                  .filter(({ begins }) => Math.floor(begins / 60) === hour)
                  .map((placed) => (
                    <SessionBlock key={placed.session.id} placed={placed} />
                  ))}
                {plan.day === today && Number(clock.slice(0, 2)) === hour ? (
                  <span className={css.now} style={{ top: `${(Number(clock.slice(3)) / 60) * 100}%` }}>
                    <span className="unseen">{t('session.now', { time: clock })}</span>
                  </span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** More lanes than a day's share of the width can hold as targets for a finger (WCAG 2.5.8). */
const MANY_LANES = 4;
const LANE_PX = 30;

/** A day on which much happens at once takes its width from the others. */
function crowded(placed: readonly Placed<SessionRow>[]): { readonly width: string } | undefined {
  const lanes = Math.max(0, ...placed.map((session) => session.lanes));
  return lanes > MANY_LANES ? { width: `${lanes * LANE_PX}px` } : undefined;
}

const weekdayOf = (name: string) => name.split(' ')[0]?.replace(',', '') ?? name;

function firstFree(days: readonly DayPlan<unknown>[], hours: readonly number[]): Slot | undefined {
  for (const [column, { placed }] of days.entries()) {
    const row = hours.findIndex((hour) => isFree(placed, hour));
    if (row !== -1) return { column, row };
  }
  return undefined;
}

/** From so many minutes on a block has room for where it is held. */
const ROOMY = 100;

/** As tall as the session is long, to the minute; what does not fit is on the session's own page. */
function SessionBlock({ placed: { session, begins, minutes, lane, lanes } }: { readonly placed: Placed<SessionRow> }) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const { word, tone } = stateOf(session, now());
  const where = [session.place?.name, session.room].filter(Boolean).join(' · ');
  return (
    <PageLink
      href={addressOf(session)}
      className={css.block}
      data-tone={tone}
      data-state={session.state}
      title={[session.title, where].filter(Boolean).join(' · ')}
      style={{
        top: `calc(${begins % 60} / 60 * 100%)`,
        height: `calc(${minutes} / 60 * 100% - 3px)`,
        left: `calc(${lane} / ${lanes} * 100% + 2px)`,
        width: `calc(100% / ${lanes} - 4px)`,
      }}
    >
      <span className={css.time}>
        {format.time(session.startsAt)}
        <span className="unseen"> – {format.time(session.endsAt)}</span>
      </span>
      <strong className={css.title}>{session.title}</strong>
      {lanes === 1 && minutes >= ROOMY ? <span className={css.where}>{where}</span> : null}
      <span className={css.state}>
        <StateMark state={word} />
        {t(word)}
        {session.state === 'CANCELLED' ? '' : ` · ${session.seatsTaken}/${session.seats}`}
      </span>
    </PageLink>
  );
}
