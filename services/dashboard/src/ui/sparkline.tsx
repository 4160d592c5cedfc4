import css from './figure.module.css';

/** The shape of the last months, from zero. Decoration: the figures themselves are in the table one click away. */
export function Sparkline({
  points,
  width = 96,
  height = 24,
}: {
  readonly points: readonly number[];
  readonly width?: number;
  readonly height?: number;
}) {
  if (points.length < 2) return null;
  const top = Math.max(...points, 1);
  const step = (width - 4) / (points.length - 1);
  const at = points.map((value, index) => [2 + index * step, height - 2 - (value / top) * (height - 4)] as const);
  const last = at.at(-1) ?? [0, 0];
  return (
    <svg className={css.spark} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={at.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      <circle cx={last[0]} cy={last[1]} r="2" />
    </svg>
  );
}
