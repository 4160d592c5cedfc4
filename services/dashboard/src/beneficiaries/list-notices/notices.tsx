import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { NoticeLanguage } from '../../i18n/notice-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Lines, Row, Sheet } from '../../ui/layout.js';

const OF_PERSON = graphql(`
  query NoticesOfPerson($id: UUID!) {
    beneficiary(id: $id) {
      id
      notices {
        id
        kind
        dueAt
        state
        channel
        why
      }
    }
  }
`);
const OF_SESSION = graphql(`
  query NoticesOfSession($id: UUID!) {
    session(id: $id) {
      id
      noticeCounts {
        kind
        state
        why
        count
      }
    }
  }
`);

/** What a person was told of their seats, and whether it went. */
export function NoticesOfPerson({ id }: { readonly id: string }) {
  return (
    <NoticeLanguage>
      <OfPerson id={id} />
    </NoticeLanguage>
  );
}

/** What was told of a session, counted: nobody is named. */
export function NoticesOfSession({ id }: { readonly id: string }) {
  return (
    <NoticeLanguage>
      <OfSession id={id} />
    </NoticeLanguage>
  );
}

function OfPerson({ id }: { readonly id: string }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const read = useRead(OF_PERSON, { id });
  return (
    <Sheet title={t('notices.title')}>
      <Block read={read} at="beneficiary.notices" doing={t('notices.doing')}>
        {({ beneficiary }) =>
          beneficiary?.notices.length ? (
            <Lines>
              {beneficiary.notices.map(({ id: key, kind, state, why, channel, dueAt }) => (
                <Row key={key} apart>
                  <span>
                    {t(why ? 'notices.because' : 'notices.line', {
                      kind: label('NoticeKind', kind),
                      state: label('NoticeState', state),
                      why: label('NoticeWhy', why ?? ''),
                    })}
                    {channel ? ` ${label('NoticeChannel', channel)}` : ''}
                  </span>
                  <span className="soft small">{format.moment(dueAt)}</span>
                </Row>
              ))}
            </Lines>
          ) : (
            <p className="soft">{t('notices.none')}</p>
          )
        }
      </Block>
    </Sheet>
  );
}

function OfSession({ id }: { readonly id: string }) {
  const t = useWords();
  const label = useLabel();
  const read = useRead(OF_SESSION, { id });
  return (
    <Sheet title={t('notices.title')}>
      <Block read={read} at="session.noticeCounts" doing={t('notices.doing')}>
        {({ session }) =>
          session?.noticeCounts?.length ? (
            <ul className="plain">
              {session.noticeCounts.map(({ kind, state, why, count }) => (
                <li key={`${kind} ${state} ${why}`}>
                  {t(why ? 'notices.countBecause' : 'notices.count', {
                    count,
                    kind: label('NoticeKind', kind),
                    state: label('NoticeState', state),
                    why: label('NoticeWhy', why ?? ''),
                  })}
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t('notices.none')}</p>
          )
        }
      </Block>
    </Sheet>
  );
}
