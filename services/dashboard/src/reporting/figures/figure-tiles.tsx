import { lazy, type ReactNode, Suspense } from 'react';
import { PageLink } from '../../app/page-link.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import type { MessageId } from '../../i18n/fr.js';
import { useLanguage } from '../../i18n/language.js';
import { useWords } from '../../i18n/words.js';
import { type Amount, type Measure, useFormat } from '../../ui/format.js';
import { Tile, Tiles } from '../../ui/tile.js';
import { changeOf, type FigureValue } from './change-of.js';
import { eventsHref } from './events-href.js';
import { DEFINITIONS } from './figures-query.js';
import { type FiguresView } from './use-figures.js';

// Decoration comes after the figures.
const LastMonths = lazy(async () => ({ default: (await import('./last-months.js')).LastMonths }));

const TILES: readonly { readonly code: string; readonly label: MessageId }[] = [
  { code: 'UNIQUE_PEOPLE', label: 'figures.people' },
  { code: 'SUPPORT_ACTS', label: 'figures.acts' },
  { code: 'SESSIONS_HELD', label: 'figures.sessions' },
  { code: 'ATTENDANCE_RATE', label: 'figures.attendance' },
  { code: 'DEVICES_SOLD', label: 'figures.devices' },
  { code: 'TAKINGS', label: 'figures.takings' },
];

/** How a unit is written. */
export function measureOf(unit: string): Measure {
  return unit === 'CENTS' ? 'money' : unit === 'RATE' ? 'share' : unit === 'DAYS' ? 'decimal' : 'count';
}

/** Null is a rate without a base: it does not apply. */
export function amountOf(value: number | null): Amount {
  return value ?? 'DOES_NOT_APPLY';
}

/** « du 1er janvier 2026 au 26 novembre 2026 ». */
export function useSpan(): (from: string | null | undefined, to: string | null | undefined) => string {
  const t = useWords();
  const format = useFormat();
  const day = (text: string) => format.day(`${text}T12:00:00Z`, 'short');
  return (from, to) => (from && to ? t('figures.against', { from: day(from), to: day(to) }) : '');
}

/** The key figures of a view, each with its definition and its comparison. */
export function FigureTiles(props: {
  readonly view: FiguresView;
  readonly frozen: boolean;
  readonly beside?: (figure: FigureValue) => ReactNode;
}) {
  const { view, frozen } = props;
  const t = useWords();
  const { language } = useLanguage();
  const span = useSpan();
  const definitions = useRead(DEFINITIONS, {});
  const [search] = useSearch();
  const found = view.figures.data?.figures;
  const values = new Map<string, FigureValue>((found?.figures ?? []).map((figure) => [figure.code, figure]));
  const definitionOf = (code: string) => {
    const indicator = definitions.data?.indicators?.find((candidate) => candidate.code === code);
    const text = (language === 'en' ? indicator?.definitionEn : indicator?.definitionFr) ?? '';
    return code === 'UNIQUE_PEOPLE' ? `${text} ${t('figures.dedup', { anonymous: found?.anonymousActs ?? 0 })}` : text;
  };
  return (
    <Tiles label={t('figures.tiles')}>
      {TILES.map(({ code, label }) => {
        const figure = values.get(code);
        return (
          <Tile
            key={code}
            label={t(label)}
            value={figure ? amountOf(figure.value) : 'NOT_AVAILABLE'}
            measure={measureOf(figure?.unit ?? 'COUNT')}
            change={figure ? changeOf(figure, span(found?.comparedFrom, found?.comparedTo)) : undefined}
            definition={definitionOf(code)}
            curve={
              <Suspense fallback={null}>
                <LastMonths view={view} code={code} />
              </Suspense>
            }
            frozen={frozen || view.asOf !== null}
            beside={
              <>
                {figure ? props.beside?.(figure) : null}
                <PageLink
                  className="small no-print"
                  href={eventsHref(search, view, code)}
                  aria-label={t('figures.eventsBehind', { figure: t(label) })}
                >
                  {t('figures.events')}
                </PageLink>
              </>
            }
          />
        );
      })}
    </Tiles>
  );
}
