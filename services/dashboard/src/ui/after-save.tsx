import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n/words.js';
import css from './form.module.css';

const UNDO_FOR_MS = 10_000;

/**
 * What was saved, said in its own row, with « Annuler » for ten seconds where the act can be undone. Undoing is a
 * command of its own that compensates: nothing is deleted. The time stops while the pointer or the focus is on it.
 */
export function UndoRow(props: {
  readonly children: ReactNode;
  readonly onUndo?: () => void;
  readonly onDone?: () => void;
}) {
  const t = useWords();
  const { onDone } = props;
  const [held, setHeld] = useState(false);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (held || over) return;
    const timer = setTimeout(() => {
      setOver(true);
      onDone?.();
    }, UNDO_FOR_MS);
    return () => clearTimeout(timer);
  }, [held, over, onDone]);
  return (
    <div
      className={css.undo}
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span aria-hidden="true">✓</span>
      <span>{props.children}</span>
      {props.onUndo && !over ? (
        <Button variant="subtle" size="compact-md" onClick={props.onUndo}>
          {t('ui.undo')}
        </Button>
      ) : null}
    </div>
  );
}
