import { isUnreachable } from '../../data/fault.ts';
import type { Scope } from '../../layers/layer.ts';
import type { LayerRows } from './layer-rows.ts';
import type { AskedFigures } from './use-figures.ts';

/**
 * The rows of every layer that was asked for, by layer id, and for whom, where and which day they are. `figures`
 * are those of every indicator; null or missing where nobody asked for them.
 */
export type DayRows = {
  scope: Scope;
  rows: ReadonlyMap<string, LayerRows>;
  figures?: AskedFigures | null;
};

/**
 * Remembers the last day of which every layer was here. While another day is on its way that day stays whole,
 * under its own date, so that nothing jumps and no two layers ever show different days. Nothing stays for
 * another person or another commune, nor of a layer that is not asked for any more.
 */
export function createDayMemory(): (asked: DayRows) => DayRows {
  let known: DayRows | null = null;
  return (asked) => {
    if (isHere(asked)) {
      known = asked;
      return asked;
    }
    if (known?.scope.person !== asked.scope.person || known.scope.communeId !== asked.scope.communeId) {
      known = null;
      return asked;
    }
    if (known.scope.asOf === asked.scope.asOf) return asked;
    const rows = new Map([...known.rows].filter(([layer]) => asked.rows.has(layer)));
    return { scope: known.scope, rows, ...(asked.figures && { figures: known.figures ?? null }) };
  };
}

/** A layer that failed is waited for no longer, except while no server answers: then it will come. */
function isHere({ rows: asked, figures }: DayRows): boolean {
  const isOver = (fault: Error | null) => fault !== null && !isUnreachable(fault);
  if (figures && figures.figures === null && !isOver(figures.fault)) return false;
  return [...asked.values()].every(({ rows, fault }) => rows !== null || isOver(fault));
}
