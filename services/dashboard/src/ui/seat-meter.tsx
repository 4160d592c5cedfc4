import css from './seat-meter.module.css';

/** Seats taken as short strokes, filled from the left; the numbers are beside it in words. */
export function SeatMeter({ taken, seats }: { readonly taken: number; readonly seats: number }) {
  const drawn = Math.min(seats, 24);
  return (
    <span className={css.meter}>
      <span className="number">
        {taken} / {seats}
      </span>
      <span className={css.strokes} aria-hidden="true">
        {Array.from({ length: drawn }, (_, seat) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
          <span key={seat} data-taken={seat < Math.round((taken / seats) * drawn) || undefined} />
        ))}
      </span>
    </span>
  );
}
