import type { Geometry } from 'geojson';
import { Fault } from '../../data/fault.ts';
import { changedFields, type Draft } from './draft.ts';
import { type FormField, fromServer, saysTheSame, type Values } from './fields.ts';

/** What somebody else saved meanwhile. */
export type Stale = { theirs: Values; theirGeometry: Geometry | null; version: number };

/** Reads the server's refusal of an outdated version; null for any other error. Incidents tell nothing here. */
export function readStale(error: unknown, fields: readonly FormField[]): Stale | null {
  if (!(error instanceof Fault) || error.hint !== 'stale') return null;
  const { theirs, version } = (error.details ?? {}) as {
    theirs?: Record<string, unknown>;
    version?: number;
  };
  if (!theirs || typeof version !== 'number') return null;
  return {
    // What is an option of the form, and no field of the row, nobody else can have changed.
    theirs: Object.fromEntries(
      fields.filter(({ id }) => id in theirs).map((field) => [field.id, fromServer(field, theirs[field.id])]),
    ),
    theirGeometry: (theirs.geometry ?? null) as Geometry | null,
    version,
  };
}

/** Whether both drew another geometry. */
export function isGeometryContested({ geometry, baseGeometry }: Draft, { theirGeometry }: Stale): boolean {
  return geometry !== undefined && JSON.stringify(theirGeometry) !== JSON.stringify(baseGeometry);
}

/** Fields that both changed, each to something else: a person decides which one stays. */
export function contested(draft: Draft, stale: Stale, fields: readonly FormField[]): readonly FormField[] {
  return changedFields(draft, fields).filter(
    (field) =>
      stale.theirs[field.id] !== undefined &&
      !saysTheSame(field, stale.theirs[field.id] ?? null, draft.values[field.id] ?? null) &&
      !saysTheSame(field, stale.theirs[field.id] ?? null, draft.base[field.id] ?? null),
  );
}

/**
 * The draft on top of what the other saved: their values where `takesTheirs` says so and where the person had
 * changed nothing, the person's own elsewhere. `geometry` in `takesTheirs` means the place.
 */
export function settle(
  draft: Draft,
  stale: Stale,
  fields: readonly FormField[],
  takesTheirs: ReadonlySet<string>,
): Draft {
  const own = new Set(changedFields(draft, fields).map(({ id }) => id));
  const values = Object.fromEntries(
    fields.map(({ id }) => {
      const keepsOwn = !(id in stale.theirs) || (own.has(id) && !takesTheirs.has(id));
      return [id, (keepsOwn ? draft.values[id] : stale.theirs[id]) ?? null];
    }),
  );
  const { geometry, ...rest } = draft;
  return {
    ...rest,
    base: { ...draft.base, ...stale.theirs },
    baseGeometry: stale.theirGeometry,
    values,
    version: stale.version,
    ...(geometry === undefined || takesTheirs.has('geometry') ? {} : { geometry }),
  };
}
