import type { Geometry } from 'geojson';
import { newId } from '../../data/new-id.ts';
import type { Facts } from '../../layers/layer.ts';
import { beginWith, type Filled, type FormAct, type RecordRow } from './act.ts';
import { type FormField, fromServer, saysTheSame, toServer, type Values } from './fields.ts';

/** Everything that a form knows; it outlasts a reload. */
export type Draft = {
  /** Of the new row or fact, so that a form sent twice stores once; of the row that is changed. */
  id: string;
  /** What the form began with, or what the server holds since a conflict was settled. */
  base: Values;
  values: Values;
  /** Undefined while nobody touched the geometry; null while there is none. */
  geometry?: Geometry | null;
  /** The geometry that the form began with. */
  baseGeometry: Geometry | null;
  version: number | null;
};

/** A form as it is opened. */
export function beginDraft(act: FormAct, row: RecordRow | null, facts: Facts): Draft {
  const fields = act.fields(row, facts);
  const base = beginWith(fields, act.begin(row, facts), fromServer);
  return {
    id: act.subject(row) ?? newId(),
    base,
    values: base,
    baseGeometry: act.geometry ? (row?.geometry ?? null) : null,
    version: act.version(row),
  };
}

/** Whether a person has entered anything. */
export function isTouched(draft: Draft, fields: readonly FormField[]): boolean {
  return draft.geometry !== undefined || changedFields(draft, fields).length > 0;
}

/** Fields that say something else than what the form began with. */
export function changedFields({ base, values }: Draft, fields: readonly FormField[]): readonly FormField[] {
  return fields.filter((field) => !saysTheSame(field, values[field.id] ?? null, base[field.id] ?? null));
}

/** The geometry as it stands in the form. */
export function geometryOf({ geometry, baseGeometry }: Draft): Geometry | null {
  return geometry === undefined ? baseGeometry : geometry;
}

/** What is sent of a draft. */
export function filled(
  draft: Draft,
  fields: readonly FormField[],
  row: RecordRow | null,
  communeId: string,
): Filled {
  const said = (chosen: readonly FormField[]) =>
    Object.fromEntries(chosen.map((field) => [field.id, toServer(field, draft.values[field.id] ?? null)]));
  return {
    id: draft.id,
    row,
    all: said(fields),
    changed: said(changedFields(draft, fields)),
    geometry: draft.geometry,
    version: draft.version,
    communeId,
  };
}
