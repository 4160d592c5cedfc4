import { PageLink } from '../../app/page-link.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Chip } from '../../ui/layout.js';
import { useToday } from '../../ui/use-today.js';
import { stateOf } from '../session-state.js';
import { layOutWeek } from './lay-out-week.js';
import { addressOf, type SessionRow } from './sessions-table.js';
import { StateMark } from './state-mark.js';
import css from './week.module.css';

/** The week on a phone: the days that hold something, each with its sessions in order. */
export function Agenda(props: { readonly monday: string; readonly rows: readonly SessionRow[] }) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const today = useToday();
  const days = layOutWeek(props.rows, props.monday, format.zone).days.filter(({ placed }) => placed.length > 0);
  return (
    <div className={css.agenda}>
      {days.map(({ day, placed }) => (
        <section key={day}>
          <h3 aria-current={day === today ? 'date' : undefined}>
            {format.day(`${day}T12:00:00Z`, 'weekday')}
            {day === today ? ` · ${t('session.today')}` : ''}
          </h3>
          <ul className="plain">
            {placed.map(({ session }) => {
              const { word, tone } = stateOf(session, now());
              return (
                <li key={session.id} data-state={session.state}>
                  <span className="number">{format.time(session.startsAt)}</span>
                  <PageLink className={css.link} href={addressOf(session)}>
                    {session.title}
                  </PageLink>
                  <span className="number" aria-hidden="true">
                    {session.seatsTaken} / {session.seats}
                  </span>
                  <span className="soft small">
                    <Chip tone={tone}>
                      <StateMark state={word} />
                      {t(word)}
                    </Chip>{' '}
                    <span className="unseen">
                      {t('session.taken', { taken: session.seatsTaken, seats: session.seats })}
                    </span>{' '}
                    {[session.place?.name, session.room].filter(Boolean).join(' · ')}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
