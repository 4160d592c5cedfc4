import { Fragment } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import css from './report.module.css';
import type { RowShown } from './run-query.js';

type Note = RowShown['notes'][number] | undefined;

/** What a cell of the file said, and what the directory keeps of it. */
export function FoundKept({ note }: { readonly note: Note }) {
  const t = useWords();
  if (!note) return '–';
  return (
    <>
      <Text text={note.found} empty={t('import.nothingFound')} /> →{' '}
      <Text text={note.kept} empty={t('import.nothingKept')} />
    </>
  );
}

/** Why, in the reader's language; of a row of which nothing was said, that it was taken as it is. */
export function Reason({ note, outcome }: { readonly note: Note; readonly outcome: RowShown['outcome'] }) {
  const t = useWords();
  const { language } = useFormat();
  const said = note ? (language === 'en' ? note.en : note.fr) : undefined;
  return (
    <span className={css.reason}>{said ?? t(outcome === 'UNCHANGED' ? 'import.alreadyKnown' : 'import.asIs')}</span>
  );
}

const LONG = 120;

/** What a cell says; a long text opens on demand, so that one row never hides the next fifty. */
function Text({ text, empty }: { readonly text: string; readonly empty: string }) {
  if (text === '') return <span className="soft">({empty})</span>;
  if (text.length <= LONG) return <Quoted text={text} />;
  return (
    <details className={css.long}>
      <summary>
        <Quoted text={`${Array.from(text).slice(0, LONG).join('')}…`} />
      </summary>
      <Quoted text={text} />
    </details>
  );
}

/** A list may break after each of its bars, nowhere else inside a word while there is room. */
function Quoted({ text }: { readonly text: string }) {
  return (
    <q className={css.text}>
      {text.split('|').map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <Fragment key={index}>
          {index > 0 ? (
            <>
              |<wbr />
            </>
          ) : null}
          {item}
        </Fragment>
      ))}
    </q>
  );
}
