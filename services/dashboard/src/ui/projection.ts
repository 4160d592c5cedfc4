/** What the build wrote about its map: size, outline, and the numbers of its conic conformal projection. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly path: string;
  readonly parallels: readonly [number, number];
  readonly meridian: number;
  readonly scale: number;
  readonly translate: readonly [number, number];
}

/** Where a longitude and latitude fall on the drawn map: Lambert's conic conformal, the same as at build. */
export function onMap(map: MapFrame, longitude: number, latitude: number): { x: number; y: number } {
  const [first, second] = map.parallels.map(radians) as [number, number];
  const n = Math.log(Math.cos(first) / Math.cos(second)) / Math.log(slope(second) / slope(first));
  const f = (Math.cos(first) * slope(first) ** n) / n;
  const radius = f / slope(radians(latitude)) ** n;
  const angle = n * radians(longitude - map.meridian);
  const [left, top] = map.translate;
  return { x: left + map.scale * radius * Math.sin(angle), y: top - map.scale * (f - radius * Math.cos(angle)) };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function slope(latitude: number): number {
  return Math.tan((Math.PI / 2 + latitude) / 2);
}
