import { fullName } from '../../app/veil.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Paper } from '../../ui/paper.js';
import type { SessionShown } from '../show-session/session-query.js';

/** The sheet that people sign: in print only, one line each and some to spare for who comes without a seat. */
export function AttendanceSheet({ session }: { readonly session: SessionShown }) {
  const t = useWords();
  const format = useFormat();
  const names = (session.enrolments?.items ?? []).map(({ id, beneficiary }) => ({
    id,
    name: fullName(beneficiary),
  }));
  const free = Array.from({ length: FREE_LINES }, (_, line) => ({ id: `free ${line}`, name: '' }));
  return (
    <Paper size="a4">
      <p className="paper-big">{session.title}</p>
      <p>
        {format.day(session.startsAt)}, {format.time(session.startsAt)} – {format.time(session.endsAt)} ·{' '}
        {[session.place?.name, session.room].filter(Boolean).join(' · ')}
      </p>
      <table className="paper-lines">
        <thead>
          <tr>
            <th scope="col">{t('session.person')}</th>
            <th scope="col">{t('session.signature')}</th>
          </tr>
        </thead>
        <tbody>
          {[...names, ...free].map(({ id, name }) => (
            <tr key={id}>
              <td>{name}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}

const FREE_LINES = 4;
