import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoConicConformal, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Plugin } from 'vite';

const NAME = 'virtual:france-map';
const SIZE = { width: 540, height: 460 };
/** Room on the left for the insets over the Atlantic, where no branch will be. */
const LAND = { left: 116, top: 28, right: 536, bottom: 452 };
/** Lambert-93's parallels: France looks as it does on every French map. */
const PARALLELS: [number, number] = [44, 49];
const ROTATION: [number, number] = [-3, 0];

type Ring = [number, number][];
interface Outline {
  type: 'MultiPolygon';
  coordinates: Ring[][];
}

/**
 * Draws metropolitan France once, at build: the browser gets one path and the projection's three numbers, no geography
 * library and no tiles.
 */
export function franceMap(): Plugin {
  return {
    name: 'france-map',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? drawFrance() : undefined),
  };
}

function drawFrance(): string {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8'));
  const france = feature(
    atlas,
    atlas.objects.countries.geometries.find((g: { id: string }) => g.id === '250'),
  );
  const everywhere = (france as unknown as { geometry: Outline }).geometry;
  const metropolitan: Outline = {
    type: 'MultiPolygon',
    coordinates: everywhere.coordinates.filter((polygon) => {
      const [longitude = 0, latitude = 0] = polygon[0]?.[0] ?? [];
      return longitude > -6 && longitude < 10 && latitude > 41 && latitude < 52;
    }),
  };
  const projection = geoConicConformal().parallels(PARALLELS).rotate(ROTATION);
  const { width, height } = SIZE;
  projection.fitExtent(
    [
      [LAND.left, LAND.top],
      [LAND.right, LAND.bottom],
    ],
    metropolitan,
  );
  const path = geoPath(projection).digits(1)(metropolitan);
  const map = {
    width,
    height,
    path,
    parallels: PARALLELS,
    meridian: -ROTATION[0],
    scale: projection.scale(),
    translate: projection.translate(),
  };
  return `export const france = ${JSON.stringify(map)};`;
}
