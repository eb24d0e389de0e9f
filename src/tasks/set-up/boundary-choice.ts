import type { Geometry } from 'geojson';
import { type Bounds, boundsOf } from '../../geo/bounds.ts';
import { drawable } from '../../geo/drawable.ts';
import type { FileContent, FileFeature } from './file/file-content.ts';
import { cellText } from './matching/cell.ts';
import { guessColumn } from './matching/matching.ts';

const NAME_GUESSES = [
  'fullname',
  'tendaydu',
  'tenxa',
  'tendvhc',
  'tendonvi',
  'ten',
  'name',
  'xa',
  'communename',
];
const CODE_GUESSES = ['code', 'maxa', 'madvhc', 'madonvi', 'ma', 'communecode', 'gsocode'];
const PROVINCE_GUESSES = ['tinhthanh', 'tentinh', 'tinh', 'thanhpho', 'province', 'provincename'];

/** An area of the file: what it is called, and what else it says of a commune. */
export type Area = {
  /** Its position in the file, from 0. */
  index: number;
  name: string;
  /** Five digits, or ''. */
  code: string;
  province: string;
  /** As it can be drawn; null where it cannot. */
  geometry: Geometry | null;
  feature: FileFeature;
};

/** The areas of a file with their likeliest names and codes; `nameOfNone` is for those without a name. */
export function areasOf(content: FileContent, nameOfNone: (position: number) => string): Area[] {
  const [name, code, province] = [NAME_GUESSES, CODE_GUESSES, PROVINCE_GUESSES].map((guesses) =>
    guessColumn(content.columns, guesses),
  );
  return content.features.map((feature, index) => {
    const read = (column: string | null | undefined) =>
      column ? cellText(feature.properties[column]).normalize('NFC').trim() : '';
    return {
      index,
      name: read(name) || nameOfNone(index + 1),
      code: /^\d{5}$/.test(read(code)) ? read(code) : '',
      province: read(province),
      geometry: drawable(feature.geometry),
      feature,
    };
  });
}

/** The other areas that lie around one: their boxes meet its own box, grown by half on every side. */
export function areasAround(area: Area, areas: readonly Area[]): Area[] {
  const own = area.geometry && boundsOf(area.geometry);
  if (!own) return [];
  const [west, south, east, north] = own;
  const reach: Bounds = [
    west - (east - west) / 2,
    south - (north - south) / 2,
    east + (east - west) / 2,
    north + (north - south) / 2,
  ];
  return areas.filter((other) => {
    const box = other.index !== area.index && other.geometry && boundsOf(other.geometry);
    return box && box[0] <= reach[2] && box[2] >= reach[0] && box[1] <= reach[3] && box[3] >= reach[1];
  });
}
