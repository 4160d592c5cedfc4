import { france } from 'virtual:france-map';
import { useWords } from '../i18n/words.js';
import { ChartFrame, type Show } from './chart-frame.js';
import { type Column, DataTable } from './data-table.js';
import { type Amount, type Measure, useFormat } from './format.js';
import css from './map.module.css';
import { onMap } from './projection.js';

/** One branch on the map and in the list beside it. */
export interface MapDot {
  readonly code: string;
  readonly city: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly value: Amount;
  readonly state: 'fresh' | 'late' | 'closed';
  /** `4 min`, when late. */
  readonly lateBy?: string | undefined;
  /** Changes whenever something was just entered there: one ochre ring. */
  readonly pulse?: string | number | undefined;
}

/** Where dots would cover each other, a larger inset shows them; the main map keeps a frame there. */
interface Inset {
  readonly id: 'paris' | 'lille';
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly at: { readonly x: number; readonly y: number; readonly size: number };
}
const INSETS: readonly Inset[] = [
  { id: 'paris', west: 2.3, south: 48.76, east: 2.5, north: 48.97, at: { x: 1, y: 1, size: 128 } },
  { id: 'lille', west: 2.5, south: 50.45, east: 3.3, north: 50.78, at: { x: 1, y: 324, size: 128 } },
];

/** Branches by size on one static outline; the twin list is the form for the keyboard and for screen readers. */
export function FranceMap(props: {
  readonly title: string;
  readonly takeaway?: string;
  readonly dots: readonly MapDot[];
  readonly measure?: Measure;
  readonly valueLabel: string;
  readonly onOpen?: (code: string) => void;
  /** Columns of the twin list after the city; a link to the branch belongs there. */
  readonly columns?: readonly Column<MapDot>[];
  readonly show?: Show;
  readonly onShow?: (show: Show) => void;
}) {
  const t = useWords();
  const format = useFormat();
  const measure = props.measure ?? 'count';
  const largest = Math.max(1, ...props.dots.map((dot) => (typeof dot.value === 'number' ? dot.value : 0)));
  const inInset = (dot: MapDot) => INSETS.find((inset) => within(inset, dot));
  const crowded = INSETS.filter((inset) => props.dots.filter((dot) => within(inset, dot)).length > 1);
  const diameter = (dot: MapDot) =>
    10 + 26 * Math.sqrt(Math.max(0, typeof dot.value === 'number' ? dot.value : 0) / largest);
  const stateOf = (dot: MapDot) =>
    dot.state === 'late'
      ? t('ui.map.late', { by: dot.lateBy ?? '' })
      : t(dot.state === 'closed' ? 'ui.map.closed' : 'ui.map.fresh');
  const draw = (dot: MapDot, x: number, y: number) => (
    <Dot
      key={dot.code}
      dot={dot}
      x={x}
      y={y}
      diameter={diameter(dot)}
      onOpen={props.onOpen}
      words={`${dot.city} · ${format.amount(dot.value, measure)} · ${stateOf(dot)}`}
    />
  );
  return (
    <ChartFrame
      title={props.title}
      kind="map"
      {...(props.takeaway === undefined ? {} : { takeaway: props.takeaway })}
      {...(props.show === undefined ? {} : { show: props.show })}
      {...(props.onShow === undefined ? {} : { onShow: props.onShow })}
      chart={
        <>
          {/* Out of the tab order on purpose: the list in the same place says the same and can be walked. */}
          <svg className={css.map} viewBox={`0 0 ${france.width} ${france.height}`} aria-hidden="true">
            <path className={css.land} d={france.path} />
            {crowded.map((inset) => (
              <InsetFrame key={inset.id} inset={inset} title={t(`ui.map.${inset.id}`)} />
            ))}
            {props.dots.map((dot) => {
              const inset = inInset(dot);
              const { x, y } = onMap(france, dot.longitude, dot.latitude);
              if (!inset || !crowded.includes(inset)) return draw(dot, x, y);
              const spot = insideInset(inset, dot);
              return draw(dot, spot.x, spot.y);
            })}
          </svg>
          <p className="soft small">{t('ui.map.legend', { value: props.valueLabel })}</p>
        </>
      }
      table={
        <DataTable
          caption={props.title}
          rows={props.dots}
          rowKey={(dot) => dot.code}
          columns={[
            { id: 'city', label: t('ui.map.branch'), phone: 'title', cell: (dot) => `${dot.city} (${dot.code})` },
            {
              id: 'value',
              label: props.valueLabel,
              number: true,
              phone: 'main',
              cell: (dot) => format.amount(dot.value, measure),
            },
            { id: 'state', label: t('ui.map.state'), cell: stateOf },
            ...(props.columns ?? []),
          ]}
        />
      }
    />
  );
}

function Dot(props: {
  readonly dot: MapDot;
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
  readonly words: string;
  readonly onOpen: ((code: string) => void) | undefined;
}) {
  const { dot, x, y, diameter } = props;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's shortcut; the list holds the link
    <g className={css.dot} data-state={dot.state} onClick={() => props.onOpen?.(dot.code)}>
      <title>{props.words}</title>
      {dot.pulse === undefined ? null : (
        <circle key={dot.pulse} className={css.ring} cx={x} cy={y} r={diameter / 2 + 4} />
      )}
      <circle className={css.target} cx={x} cy={y} r={Math.max(24, diameter) / 2} />
      <circle className={css.disc} cx={x} cy={y} r={diameter / 2} />
      {dot.state === 'late' ? <circle className={css.lateRing} cx={x} cy={y} r={diameter / 2 + 4} /> : null}
      <text x={x} y={diameter >= 20 ? y + 4 : y - diameter / 2 - 5} data-outside={diameter < 20 || undefined}>
        {dot.code}
      </text>
      {dot.state === 'late' && dot.lateBy ? (
        <text className={css.lateWords} x={x} y={y + diameter / 2 + 18}>
          {dot.lateBy}
        </text>
      ) : null}
    </g>
  );
}

function InsetFrame({ inset, title }: { readonly inset: Inset; readonly title: string }) {
  const { x, y, size } = inset.at;
  const middle = onMap(france, (inset.west + inset.east) / 2, (inset.south + inset.north) / 2);
  return (
    <g className={css.inset}>
      <rect x={x} y={y} width={size} height={size} rx="4" />
      <rect x={middle.x - 9} y={middle.y - 9} width="18" height="18" rx="2" />
      <text x={x + 8} y={y + 16}>
        {title}
      </text>
    </g>
  );
}

function within(inset: Inset, dot: MapDot): boolean {
  return (
    dot.longitude > inset.west && dot.longitude < inset.east && dot.latitude > inset.south && dot.latitude < inset.north
  );
}

function insideInset(inset: Inset, dot: MapDot): { x: number; y: number } {
  const { x, y, size } = inset.at;
  const room = { left: x + 20, top: y + 30, size: size - 42 };
  return {
    x: room.left + ((dot.longitude - inset.west) / (inset.east - inset.west)) * room.size,
    y: room.top + ((inset.north - dot.latitude) / (inset.north - inset.south)) * room.size,
  };
}
