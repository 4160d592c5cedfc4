/** Mean radius of the earth (IUGG). */
const EARTH_KM = 6371.0088;
/** One degree along a meridian. */
const DEGREE_KM = (Math.PI * EARTH_KM) / 180;

/** Where something is, WGS 84, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The shortest way over the ground, in kilometres: the haversine of the great circle, which is exact for near points too. */
export function distanceKm(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(rad(to - from) / 2) ** 2;
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A box that holds every point within so many kilometres; near a pole or the date line it holds all longitudes. */
export function boxAround({ latitude, longitude }: Point, km: number): { readonly low: Point; readonly high: Point } {
  const up = km / DEGREE_KM;
  const top = Math.max(Math.abs(latitude - up), Math.abs(latitude + up));
  // A circle is widest a little nearer the pole than its centre: the widest parallel within it bounds it.
  const aside = top < 89 ? up / Math.cos((top * Math.PI) / 180) : 360;
  const all = aside >= 180 || Math.abs(longitude) + aside > 180;
  return {
    low: { latitude: latitude - up, longitude: all ? -180 : longitude - aside },
    high: { latitude: latitude + up, longitude: all ? 180 : longitude + aside },
  };
}
