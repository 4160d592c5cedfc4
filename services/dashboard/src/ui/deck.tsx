import css from './layout.module.css';

/** The deck: one curve, kept for four places (the mark, the current menu entry, a form's progress, an empty page). */
export function Deck({ width = 120 }: { readonly width?: number }) {
  return (
    <svg
      className={css.deck}
      width={width}
      height={width / 4}
      viewBox="0 0 120 30"
      preserveAspectRatio="none"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M4 26C34 2 86 2 116 26" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** The parts of a form, joined by the curve; the reader sees where they are and that nothing is hidden behind. */
export function DeckProgress({ parts, current }: { readonly parts: readonly string[]; readonly current: number }) {
  return (
    <ol className={css.steps}>
      {parts.map((part, index) => (
        <li key={part} aria-current={index === current ? 'step' : undefined} data-done={index < current || undefined}>
          <span>{part}</span>
          <Deck width={96} />
        </li>
      ))}
    </ol>
  );
}
