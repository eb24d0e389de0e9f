import { strToU8, type Zippable, zipSync } from 'fflate';
import { type Parts, partsOf } from '../../geo/parts.ts';
import { projectionText, WGS84_TEXT } from '../../geo/projection-text.ts';
import { m } from '../../messages/generated/messages.js';
import { type CoordinateSystem, type Placement, placementIn } from './coordinate-system.ts';
import { dbaseOf } from './dbase.ts';
import { type FeatureList, originLines } from './feature-list.ts';
import { fieldNames } from './field-names.ts';
import { shapesOf } from './shapes.ts';

/**
 * A zip of shapefiles: one for each kind of shape among the rows, because a shapefile holds one kind. Text is UTF-8
 * (.cpg), the projection carries the official seven parameters (.prj); a text file says which field is which column
 * and what had to be cut. `name` is the files' name without ending.
 */
export async function shapefileOf(
  list: FeatureList,
  name: string,
  system: CoordinateSystem | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const { titles, features, origin } = list;
  const place = await placementIn(system);
  const drawn = features.map((feature) => ({ feature, shape: partsOf(feature.geometry) }));
  const kinds = (['points', 'lines', 'areas'] as const).filter((kind) =>
    drawn.some(({ shape }) => shape.kind === kind),
  );
  const names = fieldNames(titles);
  const prj = system ? projectionText(system.name, system.proj) : WGS84_TEXT;
  const files: Zippable = {};
  let shortened = 0;
  for (const kind of kinds) {
    const own = drawn.filter(({ shape }) => shape.kind === kind);
    const base = kinds.length === 1 ? name : `${name}_${ENDINGS[kind]}`;
    const placed = own.map(({ shape }) => ({ ...shape, parts: placedParts(shape, place) }));
    const table = dbaseOf(
      names,
      own.map(({ feature }) => feature.cells),
    );
    shortened += table.shortened;
    Object.assign(files, parts(base, { ...shapesOf(kind, placed), dbf: table.bytes, prj }));
  }
  const about = [
    ...originLines(origin),
    '',
    ...names.map((each, index) => `${each}: ${titles[index]}`),
    ...(shortened > 0 ? ['', m.table_shapefile_shortened({ count: shortened })] : []),
  ];
  files[`${name}.txt`] = strToU8(`\uFEFF${about.join('\r\n')}\r\n`);
  return zipSync(files);
}

const ENDINGS = { points: 'diem', lines: 'duong', areas: 'vung' } as const;

type Contents = { shp: Uint8Array; shx: Uint8Array; dbf: Uint8Array; prj: string };

function parts(base: string, { shp, shx, dbf, prj }: Contents): Zippable {
  return {
    [`${base}.shp`]: shp,
    [`${base}.shx`]: shx,
    [`${base}.dbf`]: dbf,
    [`${base}.prj`]: strToU8(prj),
    [`${base}.cpg`]: strToU8('UTF-8'),
  };
}

function placedParts({ parts: all }: Parts, place: Placement): Parts['parts'] {
  return all.map((rings) => rings.map((line) => line.map(place)));
}
