import { type Figures, figuresIn, type Standing, standingOf } from '../../layers/hamlets/figures/figures.ts';
import type { Facts, Layer, LayerRow, StateSymbol } from '../../layers/layer.ts';
import { byName } from '../../ui/format.ts';

type Day = {
  facts: Facts;
  figures: Figures;
  layers: readonly { layer: Layer; all: readonly LayerRow[] }[];
};

/** A figure of a hamlet that is another on the later day. `turn`: its state rose, fell, or stayed. */
export type FigureChange = {
  indicator: string;
  from: { value: number | null; standing: Standing };
  to: { value: number | null; standing: Standing };
  turn: 'better' | 'worse' | 'none';
};
/** A record that came, went, or is in another state. */
export type RecordChange = {
  layer: string;
  id: string;
  name: string;
  what: 'appeared' | 'vanished' | 'turned';
  state: StateSymbol | null;
};
export type HamletChange = {
  /** Null: of no hamlet. */
  hamletId: string | null;
  name: string;
  /** Whether the hamlet itself came or went between the days. */
  itself: 'new' | 'gone' | 'stayed';
  figures: FigureChange[];
  records: RecordChange[];
};

const RANK: Record<Standing, number | null> = {
  behind: 0,
  on_the_way: 1,
  met: 2,
  not_reported: null,
  empty: null,
};

/** From silence to a figure is neither better nor worse: nobody knows how it was. */
function turnOf(from: Standing, to: Standing): FigureChange['turn'] {
  const [before, after] = [RANK[from], RANK[to]];
  if (before === null || after === null || before === after) return 'none';
  return after > before ? 'better' : 'worse';
}

/** Tenths are what people read: a smaller difference is none. */
const asRead = (value: number | null) => (value === null ? null : Math.round(value * 10));

function figureChanges(before: Figures, after: Figures, hamletId: string): FigureChange[] {
  const [then, now] = [figuresIn(before, hamletId), figuresIn(after, hamletId)];
  return after.indicators.flatMap(({ code }) => {
    const [old, current] = [then.get(code), now.get(code)];
    const from = { value: old?.value ?? null, standing: standingOf(old) };
    const to = { value: current?.value ?? null, standing: standingOf(current) };
    if (from.standing === to.standing && asRead(from.value) === asRead(to.value)) return [];
    return [{ indicator: code, from, to, turn: turnOf(from.standing, to.standing) }];
  });
}

type Owned = LayerRow & { hamlet_id?: string | null };

function recordChanges(before: Day, after: Day): { hamletId: string | null; change: RecordChange }[] {
  return after.layers.flatMap(({ layer, all }) => {
    if (layer.id === 'hamlets') return [];
    const then = before.layers.find((each) => each.layer.id === layer.id)?.all ?? [];
    const stateOf = (row: LayerRow) =>
      layer.columns.find(({ symbol }) => symbol !== undefined)?.symbol?.(row) ?? null;
    const earlier = new Map(then.map((row) => [row.id, row]));
    const later = new Set(all.map(({ id }) => id));
    const found = (row: Owned, what: RecordChange['what'], facts: Facts) => ({
      hamletId: row.hamlet_id ?? null,
      change: {
        layer: layer.id,
        id: row.id,
        name: layer.nameOf(row, facts),
        what,
        state: stateOf(row),
      },
    });
    return [
      ...all.flatMap((row) => {
        const old = earlier.get(row.id);
        if (!old) return [found(row, 'appeared', after.facts)];
        return stateOf(old) === stateOf(row) ? [] : [found(row, 'turned', after.facts)];
      }),
      ...then.filter(({ id }) => !later.has(id)).map((row) => found(row, 'vanished', before.facts)),
    ];
  });
}

/**
 * What is different at the end of the later day, hamlet by hamlet: figures that are others as people read them,
 * records that came, went or turned, hamlets that came or went. Those in which a state turned come first.
 */
export function changesBetween(before: Day, after: Day): HamletChange[] {
  const idsOf = ({ layers }: Day) => layers.find(({ layer }) => layer.id === 'hamlets')?.all ?? [];
  const then = new Set(idsOf(before).map(({ id }) => id));
  const now = new Set(idsOf(after).map(({ id }) => id));
  const changes = new Map<string | null, HamletChange>();
  const of = (hamletId: string | null): HamletChange => {
    const known = changes.get(hamletId);
    if (known) return known;
    const name =
      hamletId === null ? '' : (after.facts.names.get(hamletId) ?? before.facts.names.get(hamletId) ?? '');
    const isNew = hamletId !== null && now.has(hamletId) && !then.has(hamletId);
    const isGone = hamletId !== null && then.has(hamletId) && !now.has(hamletId);
    const made: HamletChange = {
      hamletId,
      name,
      itself: isNew ? 'new' : isGone ? 'gone' : 'stayed',
      figures: [],
      records: [],
    };
    changes.set(hamletId, made);
    return made;
  };
  for (const id of new Set([...then, ...now])) {
    // What was not there before has no figure to compare with, and what is gone has none now.
    if (then.has(id) !== now.has(id)) of(id);
    else {
      const figures = figureChanges(before.figures, after.figures, id);
      if (figures.length > 0) of(id).figures = figures;
    }
  }
  for (const { hamletId, change } of recordChanges(before, after)) of(hamletId).records.push(change);
  const turns = ({ itself, figures, records }: HamletChange) =>
    (itself === 'stayed' ? 0 : 100) +
    figures.filter(({ from, to }) => from.standing !== to.standing).length +
    records.length;
  return [...changes.values()].sort(
    (one, other) =>
      Number(one.hamletId === null) - Number(other.hamletId === null) ||
      turns(other) - turns(one) ||
      byName(one.name, other.name),
  );
}
