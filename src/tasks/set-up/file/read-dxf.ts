import type { Position } from 'geojson';
import { columnsOf, type FileContent, type FileFeature } from './file-content.ts';
import type { Notes } from './file-note.ts';
import { UnusableFile } from './file-problem.ts';
import { areaOf, isInside } from './ring.ts';

type Entity = { type: string; groups: [code: number, value: string][] };
type Label = { text: string; at: Position };
type Drawn = { layer: string; geometry: { type: string; coordinates: unknown }; corners: Position[] };

const CURVES = new Set(['ARC', 'CIRCLE', 'ELLIPSE', 'SPLINE']);

/**
 * Reads a drawing exchange file (text form): points, lines and polylines with their layer; closed polylines become
 * areas. Texts become names: of the area that holds them, of the nearest point, else points of their own. Blocks
 * (INSERT) and curves are left out and noted.
 * @throws UnusableFile: `cut_off` (no EOF), `unreadable` (the binary form), `no_features`.
 */
export function readDxf(text: string, notes: Notes): FileContent {
  if (text.startsWith('AutoCAD Binary DXF')) throw new UnusableFile('unreadable');
  const drawn: Drawn[] = [];
  const labels: Label[] = [];
  for (const entity of entitiesOf(text)) {
    if (entity.type === 'INSERT') notes.add('blocks_left_out');
    else if (CURVES.has(entity.type)) notes.add('curves_left_out');
    else if (entity.type === 'TEXT' || entity.type === 'MTEXT') labels.push(labelOf(entity));
    else drawn.push(...drawnOf(entity, notes));
  }
  const features = named(drawn, labels);
  if (features.length === 0) throw new UnusableFile('no_features');
  return { features, columns: columnsOf(features), system: { kind: 'none' }, notes: [] };
}

/** The entities of the section ENTITIES; the corners of an old POLYLINE come with it. */
function entitiesOf(text: string): Entity[] {
  const lines = text.split(/\r\n|\r|\n/);
  const entities: Entity[] = [];
  let section = '';
  let hasEnd = false;
  let inPolyline: Entity | null = null;
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const code = Number.parseInt(lines[at] ?? '', 10);
    const value = (lines[at + 1] ?? '').trim();
    if (Number.isNaN(code)) throw new UnusableFile('unreadable');
    if (code === 0 && value === 'EOF') hasEnd = true;
    if (code === 0 && value === 'ENDSEC') section = '';
    if (code === 2 && section === '?') section = value;
    if (code === 0 && value === 'SECTION') section = '?';
    if (section !== 'ENTITIES') continue;
    if (code === 0 && value === 'VERTEX' && inPolyline) inPolyline.groups.push([0, 'VERTEX']);
    else if (code === 0 && value === 'SEQEND') inPolyline = null;
    else if (code === 0) {
      const entity: Entity = { type: value, groups: [] };
      inPolyline = value === 'POLYLINE' ? entity : null;
      entities.push(entity);
    } else entities.at(-1)?.groups.push([code, value]);
  }
  if (!hasEnd) throw new UnusableFile('cut_off');
  return entities;
}

function groupValue({ groups }: Entity, code: number): string {
  return groups.find((group) => group[0] === code)?.[1] ?? '';
}

function positionOf(entity: Entity, x = 10, y = 20): Position {
  return [Number.parseFloat(groupValue(entity, x)), Number.parseFloat(groupValue(entity, y))];
}

function drawnOf(entity: Entity, notes: Notes): Drawn[] {
  const layer = groupValue(entity, 8);
  switch (entity.type) {
    case 'POINT': {
      const at = positionOf(entity);
      return [{ layer, geometry: { type: 'Point', coordinates: at }, corners: [at] }];
    }
    case 'LINE': {
      const corners = [positionOf(entity), positionOf(entity, 11, 21)];
      return [{ layer, geometry: { type: 'LineString', coordinates: corners }, corners }];
    }
    case 'LWPOLYLINE':
    case 'POLYLINE': {
      const { corners, bulges } = cornersOf(entity);
      if (bulges) notes.add('curves_left_out');
      if (corners.length < 2) return [];
      const isClosed = (Number.parseInt(groupValue(entity, 70), 10) & 1) === 1 || meets(corners);
      if (!isClosed || corners.length < 3) {
        return [{ layer, geometry: { type: 'LineString', coordinates: corners }, corners }];
      }
      const ring = meets(corners) ? corners : [...corners, corners[0] ?? []];
      return [{ layer, geometry: { type: 'Polygon', coordinates: [ring] }, corners: ring }];
    }
    default:
      return [];
  }
}

function meets(corners: Position[]): boolean {
  const [first, last] = [corners[0], corners.at(-1)];
  return corners.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function cornersOf({ type, groups }: Entity): { corners: Position[]; bulges: boolean } {
  const corners: Position[] = [];
  let bulges = false;
  // A POLYLINE has a dummy position of its own before its first VERTEX.
  let counts = type === 'LWPOLYLINE';
  for (const [code, value] of groups) {
    if (code === 0) counts = true;
    if (!counts) continue;
    if (code === 10) corners.push([Number.parseFloat(value), Number.NaN]);
    const last = corners.at(-1);
    if (code === 20 && last) last[1] = Number.parseFloat(value);
    if (code === 42 && Number.parseFloat(value) !== 0) bulges = true;
  }
  return { corners, bulges };
}

function labelOf(entity: Entity): Label {
  const whole = entity.groups
    .filter(([code]) => code === 3 || code === 1)
    .map(([, value]) => value)
    .join('');
  // Signs of formatting: {\fTimes|b0;Thôn 1}, \P for a new line, \U+00F4 for a letter.
  const text = whole
    .replace(/\\U\+([0-9A-Fa-f]{4})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
    .replace(/\\P/g, ' ')
    .replace(/\\[A-Za-z][^;\\{}]*;/g, '')
    .replace(/[{}]/g, '')
    .trim();
  return { text, at: positionOf(entity) };
}

function named(drawn: readonly Drawn[], labels: readonly Label[]): FileFeature[] {
  const names = new Map<Drawn, string>();
  const areas = drawn.filter(({ geometry }) => geometry.type === 'Polygon');
  const points = drawn.filter(({ geometry }) => geometry.type === 'Point');
  const alone: Label[] = [];
  for (const label of labels.filter(({ text }) => text !== '')) {
    const holder = nearest(points, label) ?? holderOf(areas, label);
    if (holder && !names.has(holder)) names.set(holder, label.text);
    else if (!holder) alone.push(label);
  }
  return [
    ...drawn.map((shape) => ({
      properties: { ten: names.get(shape) ?? null, lop: shape.layer },
      geometry: shape.geometry,
    })),
    // Where nothing but texts stand, each is a place with its name.
    ...(drawn.length === 0
      ? alone.map(({ text, at }) => ({
          properties: { ten: text },
          geometry: { type: 'Point', coordinates: at },
        }))
      : []),
  ];
}

// A name stands beside its point; ten units, metres as drawings here are made, are near.
const NEAR = 10;

function nearest(points: readonly Drawn[], { at: [x = 0, y = 0] }: Label): Drawn | undefined {
  const distance = ({ corners: [[px = 0, py = 0] = []] }: Drawn) => Math.hypot(px - x, py - y);
  const near = points.filter((point) => distance(point) <= NEAR);
  return near.toSorted((a, b) => distance(a) - distance(b))[0];
}

function holderOf(areas: readonly Drawn[], { at }: Label): Drawn | undefined {
  const holding = areas.filter(({ corners }) => isInside(at, corners));
  return holding.toSorted((a, b) => Math.abs(areaOf(a.corners)) - Math.abs(areaOf(b.corners)))[0];
}
