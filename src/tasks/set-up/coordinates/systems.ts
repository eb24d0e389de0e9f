import { projectionOf } from '../../../geo/projection.ts';
import type { StatedSystem } from '../file/file-content.ts';
import type { Zone } from '../zone.ts';

/** What is odd about a way to read coordinates. */
export type Oddity = 'swapped' | 'no_shift' | 'no_scale' | 'utm_scale' | 'other_zone' | 'vn2000_degrees';

/** One way to read the positions of a file. */
export type System = {
  key: string;
  /** The VN-2000 projection; null: degrees, or Web Mercator. */
  zone: Zone | null;
  kind: 'degrees' | 'web_mercator' | 'vn2000';
  oddities: readonly Oddity[];
  /** From a position of the file to WGS84 degrees. */
  toWgs84: (position: readonly number[]) => [longitude: number, latitude: number];
};

const WEB_MERCATOR =
  '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
const SHIFT = / \+towgs84=\S+/;
const SCALE = / \+k=\S+/;

/**
 * Every way in which a file's positions may be meant: degrees, Web Mercator, and each VN-2000 zone; each as it is, with
 * its axes swapped, and each zone with the datum shift left out or another scale. `home` is the commune's own zone.
 */
export function allSystems(zones: readonly Zone[], home: string | null): System[] {
  const systems = [
    systemOf('degrees', null, null, []),
    ...[zones.find(({ proj }) => SHIFT.test(proj))].flatMap((zone) =>
      zone ? [systemOf('degrees', null, geographic(zone.proj), ['vn2000_degrees'])] : [],
    ),
    systemOf('web_mercator', null, WEB_MERCATOR, []),
    ...zones.flatMap((zone) => zoneSystems(zone, home)),
  ];
  return systems.flatMap((system) => [system, swapped(system)]);
}

function zoneSystems(zone: Zone, home: string | null): System[] {
  const place: Oddity[] = home !== null && zone.code !== home ? ['other_zone'] : [];
  const scales: [proj: string, oddities: Oddity[]][] = [
    [zone.proj, []],
    [zone.proj.replace(SCALE, ' +k=1'), ['no_scale']],
    ...(zone.zone_width === 3
      ? [[zone.proj.replace(SCALE, ' +k=0.9996'), ['utm_scale']] as [string, Oddity[]]]
      : []),
  ];
  return scales.flatMap(([proj, scale]) => [
    systemOf('vn2000', zone, proj, [...place, ...scale]),
    systemOf('vn2000', zone, proj.replace(SHIFT, ''), [...place, ...scale, 'no_shift']),
  ]);
}

function geographic(proj: string): string {
  return `+proj=longlat +ellps=WGS84${SHIFT.exec(proj)?.[0] ?? ''} +no_defs`;
}

function systemOf(kind: System['kind'], zone: Zone | null, proj: string | null, oddities: Oddity[]): System {
  const projection = proj === null ? null : projectionOf(proj);
  return {
    key: [kind, zone?.code, ...oddities].filter(Boolean).join(' '),
    kind,
    zone,
    oddities,
    toWgs84: ([x = 0, y = 0]) => (projection ? projection.inverse([x, y]) : [x, y]),
  };
}

function swapped(system: System): System {
  return {
    ...system,
    key: `${system.key} swapped`,
    oddities: [...system.oddities, 'swapped'],
    toWgs84: ([x = 0, y = 0]) => system.toWgs84([y, x]),
  };
}

/** The plain system that a file itself names; null where it names none that is known here. */
export function statedSystem(stated: StatedSystem, systems: readonly System[]): System | null {
  const find = (kind: System['kind'], wanted: (system: System) => boolean = () => true) =>
    systems.find(
      (system) => system.kind === kind && !system.oddities.includes('swapped') && wanted(system),
    ) ?? null;
  const isPlain = ({ oddities }: System) => oddities.every((oddity) => oddity === 'other_zone');
  switch (stated.kind) {
    case 'none':
      return null;
    case 'wgs84':
      return find('degrees', isPlain);
    case 'epsg':
      if (stated.code === 3857 || stated.code === 900913) return find('web_mercator');
      if (stated.code === 4326) return find('degrees', isPlain);
      if (stated.code === 4756) return find('degrees', ({ oddities }) => oddities.includes('vn2000_degrees'));
      return find('vn2000', (system) => system.zone?.code === `EPSG:${stated.code}` && isPlain(system));
    case 'prj':
      return ofPrj(stated.text, find);
  }
}

/** A .prj file holds the well-known text of its system; ESRI's spelling of it names no datum shift. */
function ofPrj(
  text: string,
  find: (kind: System['kind'], wanted?: (system: System) => boolean) => System | null,
): System | null {
  const isVn2000 = /VN[_\s-]*2000|Vietnam[_\s-]*2000/i.test(text);
  const isWgs84 = !isVn2000 && /WGS[_\s]*(19)?84/i.test(text);
  if (!isVn2000 && !isWgs84) return null;
  if (!/PROJCS|PROJCRS/i.test(text)) {
    return find('degrees', ({ oddities }) => oddities.includes('vn2000_degrees') === isVn2000);
  }
  if (/Mercator_Auxiliary_Sphere|Pseudo-Mercator|Popular_Visualisation/i.test(text))
    return find('web_mercator');
  const number = (name: RegExp) => Number(name.exec(text)?.[1] ?? Number.NaN);
  const meridian = number(/central_meridian"?\s*,\s*(-?[\d.]+)/i);
  const scale = number(/scale_factor"?\s*,\s*([\d.]+)/i);
  return find('vn2000', ({ zone, oddities }) => {
    if (!zone || Math.abs(zone.central_meridian - meridian) > 1e-6) return false;
    const own = zone.zone_width === 3 ? 0.9999 : 0.9996;
    const meant = oddities.includes('no_scale') ? 1 : oddities.includes('utm_scale') ? 0.9996 : own;
    return Math.abs(meant - scale) < 1e-7 && oddities.includes('no_shift') === !isVn2000;
  });
}
