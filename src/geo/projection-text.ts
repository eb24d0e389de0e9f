const WGS84 = 'SPHEROID["WGS_1984",6378137.0,298.257223563]';
const DEGREES = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';

/** What a shapefile's .prj says of WGS 84 degrees. */
export const WGS84_TEXT = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",${WGS84}],${DEGREES}]`;

/**
 * What a shapefile's .prj says of a VN-2000 plane (WKT 1), from its proj string. TOWGS84 carries the official seven
 * parameters: without them other software puts everything about 200 m away. Its rotations turn as proj's do
 * (position vector), so the numbers are copied as they stand.
 * @throws when the string is no transverse Mercator with seven parameters.
 */
export function projectionText(name: string, proj: string): string {
  const value = (key: string) => new RegExp(`\\+${key}=(\\S+)`).exec(proj)?.[1];
  const number = (key: string) => {
    const found = Number(value(key));
    if (!Number.isFinite(found)) throw new Error(`projectionText: expected +${key} in "${proj}"`);
    return found;
  };
  const shift = value('towgs84')?.split(',') ?? [];
  if (value('proj') !== 'tmerc' || shift.length !== 7) {
    throw new Error(`projectionText: expected +proj=tmerc and seven parameters in "${proj}"`);
  }
  const geographic = `GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",${WGS84},TOWGS84[${shift.join(',')}]],${DEGREES}]`;
  const parameters = [
    ['False_Easting', number('x_0')],
    ['False_Northing', number('y_0')],
    ['Central_Meridian', number('lon_0')],
    ['Scale_Factor', number('k')],
    ['Latitude_Of_Origin', number('lat_0')],
  ].map(([title, figure]) => `PARAMETER["${title}",${figure}]`);
  return `PROJCS["${name.replace(/[^\w .-]+/g, '_')}",${geographic},PROJECTION["Transverse_Mercator"],${parameters.join(',')},UNIT["Meter",1.0]]`;
}
