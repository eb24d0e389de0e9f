import type { Geometry } from 'geojson';
import type { OutboxAct } from '../../data/outbox/item.ts';
import type { Facts, LayerRow, Role } from '../../layers/layer.ts';
import type { FormField, Values } from './fields.ts';

/** A row of any layer; its editable rows carry a version that rises with every change. */
export type RecordRow = LayerRow & { version: number } & Readonly<Record<string, unknown>>;

/** What a place may be drawn as; `place` is a point or an area. */
export type GeometryKind = 'point' | 'line' | 'area' | 'place';

/** What a person has filled in, ready to be sent. */
export type Filled = {
  /** Of the new row or fact; of the row that is changed. Made when the form was opened. */
  id: string;
  row: RecordRow | null;
  /** Every field, as the server takes it. */
  all: Readonly<Record<string, unknown>>;
  /** Only what differs from what the form began with. */
  changed: Readonly<Record<string, unknown>>;
  /** Undefined while nobody touched it; null when it was taken away. */
  geometry: Geometry | null | undefined;
  /** The version that the form began with; null for what is new. */
  version: number | null;
  communeId: string;
};

/** The name of a function of the server, and what it is called with. */
export type Request = { name: string; parameters: Record<string, unknown> };

/** What every act says of itself. */
type Offered = {
  /** As links name it. */
  id: string;
  title: () => string;
  /** What it does, where its title does not say it all. */
  note?: (row: RecordRow | null) => string;
  /** About a row that is there; else it makes one. */
  needsRow: boolean;
  /** May be done to what an earlier day shows; the others are about today. */
  onAnyDay?: true;
  isOffered?: (row: RecordRow) => boolean;
  /** Only about rows of the person's own organization. */
  isOwn?: true;
  /** The row is no more on the map of the day after it. */
  ends?: true;
  /** The version that is changed; null for what is new. */
  version: (row: RecordRow | null) => number | null;
  /** The word on the button that sends it. */
  submit: () => string;
};

/** An act whose fields, and a place where it has one, are filled in and sent. */
export type FormAct = Offered & {
  kind: 'form';
  fields: (row: RecordRow | null, facts: Facts) => readonly FormField[];
  geometry?: GeometryKind;
  /** What the form begins with, as the server holds it: by field id. */
  begin: (row: RecordRow | null, facts: Facts) => Readonly<Record<string, unknown>>;
  /** The id of what is sent; null: a new one. */
  subject: (row: RecordRow | null) => string | null;
  request: (filled: Filled) => Request;
  /** Kept on this device and sent when it can be: works without a network. What the list of waiting acts calls it. */
  kept?: { act: OutboxAct; titleOf: (filled: Filled) => string };
};

/** An act that draws a line across the row's area; its parts, as many as there come to be, are named and sent. */
export type CutAct = Offered & { kind: 'cut' };

/** One thing that a person can do to a record. */
export type Act = FormAct | CutAct;

/** What the server answers to every act. Answers about incidents hold the id alone. */
export type Answer = {
  id?: string;
  /** Of a dated fact: what it is about; `id` is the fact's then. */
  record?: { id: string };
  repairs?: readonly Problem[];
  warnings?: readonly Problem[];
  /** What the merged hamlets had reported together; each null unless every one had. Nothing is stored of it. */
  /** Kept on this device under this name; nothing of it is on the map yet. */
  kept?: string;
  statistics_sum?: Readonly<Record<'households' | 'population' | 'cultivated_area_ha', number | null>>;
};

/** What is wrong with a field, or was mended. `row` counts from 1 where several things were sent. */
export type Problem = {
  field: string | null;
  code: string;
  detail: Readonly<Record<string, unknown>> | null;
  row?: number | null;
};

/** Acts of a layer, in the order in which they are offered, and who may do them (the server decides). */
export type LayerActs = { layer: string; roles: ReadonlySet<Role>; acts: readonly Act[] };

/** A form's fields out of values as they were sent by the server. */
export function beginWith(
  fields: readonly FormField[],
  held: Readonly<Record<string, unknown>>,
  read: (field: FormField, value: unknown) => Values[string],
): Values {
  return Object.fromEntries(fields.map((field) => [field.id, read(field, held[field.id])]));
}
