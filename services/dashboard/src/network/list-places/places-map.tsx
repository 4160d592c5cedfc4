import { france } from 'virtual:france-map';
import { Block } from '../../app/block.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Halves } from '../../ui/layout.js';
import css from '../../ui/map.module.css';
import { frameOf } from '../../ui/map-frame.js';
import { onMap } from '../../ui/projection.js';
import type { PlaceView } from './use-place-view.js';

const COMMUNES = graphql(`
  query PlacesByCommune($branch: String, $communeCode: String, $service: PlaceService, $complete: Boolean, $text: String) {
    placesByCommune(branch: $branch, communeCode: $communeCode, service: $service, complete: $complete, text: $text) {
      communeCode
      commune
      places
      latitude
      longitude
    }
  }
`);
type Counted = NonNullable<ResultOf<typeof COMMUNES>['placesByCommune']>[number];
type Located = Counted & { readonly latitude: number; readonly longitude: number };

/** Where the places of the list are, by commune, with the list of communes beside it. Either leads to one commune's places. */
export function PlacesMap({ view }: { readonly view: PlaceView }) {
  const t = useWords();
  const read = useRead(COMMUNES, { ...view.choice });
  return (
    <Block read={read} at="placesByCommune" doing={t('place.where.doing')} lines={6}>
      {(data) => <Communes counted={data.placesByCommune ?? []} view={view} />}
    </Block>
  );
}

function Communes({ counted, view }: { readonly counted: readonly Counted[]; readonly view: PlaceView }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const located = counted.filter(isOnMap);
  const missing = sum(counted) - sum(located);
  const choose = (commune: Counted) => () =>
    view.change({ commune: commune.communeCode ?? undefined, show: undefined });
  return (
    <Halves>
      <figure className={css.figure}>
        <figcaption>
          <h2>{t('place.where')}</h2>
          <p>{t('place.where.says', { places: sum(counted), communes: counted.length })}</p>
        </figcaption>
        <Drawing located={located} choose={choose} />
        {missing > 0 ? <p className="soft small">{t('place.where.missing', { count: missing })}</p> : null}
      </figure>
      <DataTable
        caption={t('place.where')}
        rows={counted}
        rowKey={(row) => row.communeCode ?? row.commune}
        columns={[
          {
            id: 'commune',
            label: label('PlaceColumn', 'commune'),
            phone: 'title',
            cell: (row) =>
              row.communeCode ? (
                <button type="button" className="link" onClick={choose(row)}>
                  {row.commune}
                </button>
              ) : (
                row.commune
              ),
          },
          {
            id: 'places',
            label: t('page.places'),
            number: true,
            phone: 'main',
            cell: (row) => format.number(row.places),
          },
        ]}
      />
    </Halves>
  );
}

/** Out of the tab order: the list in the same place says the same and can be walked. */
function Drawing(props: { readonly located: readonly Located[]; readonly choose: (commune: Counted) => () => void }) {
  const format = useFormat();
  const spots = props.located.map((commune) => ({ commune, ...onMap(france, commune.longitude, commune.latitude) }));
  const frame = frameOf(france, spots);
  // Drawn as large whatever part of the country is shown.
  const scale = frame.width / france.width;
  const most = Math.max(1, ...props.located.map(({ places }) => places));
  return (
    <svg className={css.map} viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`} aria-hidden="true">
      <path className={css.land} d={france.path} vectorEffect="non-scaling-stroke" />
      {spots.map(({ commune, x, y }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's shortcut; the list holds the button
        <g key={`${commune.communeCode} ${commune.commune}`} className={css.dot} onClick={props.choose(commune)}>
          <title>{`${commune.commune} · ${format.number(commune.places)}`}</title>
          <circle className={css.target} cx={x} cy={y} r={12 * scale} />
          <circle
            className={css.disc}
            cx={x}
            cy={y}
            r={(4 + 10 * Math.sqrt(commune.places / most)) * scale}
            vectorEffect="non-scaling-stroke"
          />
        </g>
      ))}
    </svg>
  );
}

function isOnMap(commune: Counted): commune is Located {
  const { latitude, longitude } = commune;
  if (latitude === null || longitude === null) return false;
  const { x, y } = onMap(france, longitude, latitude);
  return x >= 0 && y >= 0 && x <= france.width && y <= france.height;
}

function sum(communes: readonly Counted[]): number {
  return communes.reduce((total, { places }) => total + places, 0);
}
