import { isDay } from '../ui/day.ts';
import { FEATURE_ID, KIND, LIMITS, NAME } from './limits.ts';
import { splitValues } from './values.ts';
import { type Camera, FIRST_VIEW, type View } from './view.ts';

/**
 * Reads a view from the part of an address behind the question mark (with or without it). Never throws:
 * what cannot be read, is not known or is beyond the limits is left out.
 */
export function parse(search: string): View {
  const said = new URLSearchParams(search.slice(0, LIMITS.search));
  const commune = said.get('commune') ?? '';
  const asOf = said.get('as_of') ?? '';
  const indicator = said.get('indicator');
  const table = said.get('table') ?? '';
  const compareTo = said.get('compare_to') ?? '';
  return {
    commune: /^\d{5}$/.test(commune) ? commune : null,
    layers: parseLayers(said.get('layers')),
    filters: parseFilters(said),
    asOf: isDay(asOf) ? asOf : null,
    indicator: parseIndicator(indicator),
    selection: parseSelection(said.get('selected') ?? ''),
    camera: parseCamera(said.get('at') ?? ''),
    table: NAME.test(table) ? table : null,
    form: parseForm(said.get('form') ?? ''),
    compareTo: isDay(compareTo) ? compareTo : null,
    rings: parseRings(said.get('rings') ?? ''),
    reach: parseReach(said.get('reach') ?? ''),
    scene: parseScene(said.get('scene') ?? ''),
  };
}

function parseLayers(said: string | null): readonly string[] | null {
  if (said === null) return null;
  const named = said.split(',').filter((name) => NAME.test(name));
  // "layers=" is a map without layers; "layers=<nonsense>" says nothing.
  if (said !== '' && named.length === 0) return null;
  return [...new Set(named)].slice(0, LIMITS.layers);
}

function parseFilters(said: URLSearchParams): View['filters'] {
  const filters: Record<string, Record<string, readonly string[]>> = {};
  let count = 0;
  for (const [key, text] of said) {
    const [layer = '', filter = '', ...rest] = key.split('.');
    if (rest.length > 0 || !NAME.test(layer) || !NAME.test(filter)) continue;
    if (filters[layer] && Object.hasOwn(filters[layer], filter)) continue;
    const values = splitValues(text)
      .slice(0, LIMITS.values)
      .map((value) => (isPlain(value) ? value : ''));
    if (values.every((value) => value === '')) continue;
    count += 1;
    if (count > LIMITS.filters) break;
    if (!Object.hasOwn(filters, layer)) filters[layer] = {};
    (filters[layer] as Record<string, readonly string[]>)[filter] = values;
  }
  return filters;
}

/** Neither endless nor with characters that cannot be seen. */
function isPlain(value: string): boolean {
  return value.length <= LIMITS.value && !/[\p{Cc}\p{Cs}]/u.test(value);
}

function parseIndicator(said: string | null): string | null {
  if (said === 'none') return null;
  return said !== null && NAME.test(said) ? said : FIRST_VIEW.indicator;
}

function parseSelection(said: string): View['selection'] {
  const [layer = '', id = '', ...rest] = said.split(':');
  return rest.length === 0 && NAME.test(layer) && FEATURE_ID.test(id) ? { layer, id } : null;
}

function parseForm(said: string): View['form'] {
  const [act = '', layer = '', id, ...rest] = said.split(':');
  if (rest.length > 0 || !NAME.test(act) || !NAME.test(layer)) return null;
  if (id === undefined) return { act, layer, id: null };
  return FEATURE_ID.test(id) ? { act, layer, id } : null;
}

function parseRings(said: string): readonly string[] {
  const named = said.split(',').filter((name) => NAME.test(name));
  return [...new Set(named)].slice(0, LIMITS.rings);
}

function parseReach(said: string): View['reach'] {
  const [layer = '', radius = '', kinds = '', ...rest] = said.split(':');
  if (rest.length > 0 || !NAME.test(layer) || !/^[1-9]\d{2,3}$/.test(radius)) return null;
  const metres = Number(radius);
  if (metres < LIMITS.reach.least || metres > LIMITS.reach.most) return null;
  const named = kinds.split(',').filter((kind) => KIND.test(kind));
  return { layer, radius: metres, kinds: [...new Set(named)].slice(0, LIMITS.kinds) };
}

function parseScene(said: string): View['scene'] {
  const [meeting = '', position = '', ...rest] = said.split(':');
  if (rest.length > 0 || !FEATURE_ID.test(meeting) || !/^[1-9]\d{0,2}$/.test(position)) return null;
  return { meeting, position: Number(position) };
}

function parseCamera(said: string): Camera | null {
  if (!/^-?\d{1,2}(\.\d{1,10})?,-?\d{1,3}(\.\d{1,10})?,\d{1,2}(\.\d{1,10})?$/.test(said)) return null;
  const [latitude = 0, longitude = 0, zoom = 0] = said.split(',').map(Number);
  const isOnEarth = Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 && zoom <= 24;
  return isOnEarth ? roundCamera({ latitude, longitude, zoom }) : null;
}

/** A camera as a link keeps it: about a metre, a hundredth of a zoom step. */
export function roundCamera({ latitude, longitude, zoom }: Camera): Camera {
  const round = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0;
  return { latitude: round(latitude, 5), longitude: round(longitude, 5), zoom: round(zoom, 2) };
}
