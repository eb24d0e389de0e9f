import type { Layer } from '../../layer.ts';
import { Detail } from '../detail.tsx';
import { hamlets } from '../index.ts';
import { Legend } from '../legend.tsx';
import { PLAN_INDICATOR } from '../progress.ts';
import type { HamletRow } from '../row.ts';
import { draw, type Overlaid } from '../style.ts';
import { figureColumns } from './columns.ts';
import { type Figures, figuresIn, figuresOf, shareOf, standingOf } from './figures.ts';
import { HamletFigures } from './hamlet-figures.tsx';
import { IndicatorLegend } from './indicator-legend.tsx';
import { type Ring, ringsImage, ringsName } from './ring-image.ts';
import { RingsLegend } from './rings-legend.tsx';
import { figureText } from './words.ts';

/**
 * The layer of hamlets when the figures of every indicator are here: coloured by whichever is chosen, with rings of
 * up to four, their columns in the table, and all of them beside a hamlet. Make it anew only when something changed.
 */
export function hamletsWith(
  figures: Figures,
  indicator: string | null,
  rings: readonly string[],
): Layer<HamletRow> {
  const chosen = figures.indicators.find(({ code }) => code === indicator) ?? null;
  const ringed = rings.flatMap((code) => figures.indicators.find((each) => each.code === code) ?? []);
  return {
    ...hamlets,
    columns:
      chosen === null || chosen.code === PLAN_INDICATOR
        ? hamlets.columns
        : [...hamlets.columns.slice(0, 3), ...figureColumns(figures, chosen), ...hamlets.columns.slice(3)],
    style: (rows, facts) => draw(rows, facts, overlaid(rows, figures, chosen?.code ?? null, rings)),
    // biome-ignore lint/correctness/noComponentHookFactories: it holds no state, and is made anew only with its figures.
    Legend: ({ rows, facts }) => (
      <>
        {chosen === null || chosen.code === PLAN_INDICATOR ? (
          <Legend rows={rows} facts={facts} indicator={chosen?.code ?? null} />
        ) : (
          <IndicatorLegend rows={rows} figures={figures} indicator={chosen} />
        )}
        {ringed.length > 0 && <RingsLegend figures={figures} indicators={ringed} />}
      </>
    ),
    // biome-ignore lint/correctness/noComponentHookFactories: it holds no state, and is made anew only with its figures.
    Detail: ({ row, facts }) => (
      <>
        <Detail row={row} facts={facts} />
        <HamletFigures hamletId={row.id} figures={figures} />
      </>
    ),
  };
}

/** What the map shows of each hamlet. */
function overlaid(
  rows: readonly HamletRow[],
  figures: Figures,
  indicator: string | null,
  rings: readonly string[],
): Overlaid {
  const ringed = rings.flatMap((code) => figures.indicators.find((each) => each.code === code) ?? []);
  const ringsOf = ringed.length === 0 ? undefined : drawnRings(rows, figures, ringed);
  if (indicator === null) return { stateOf: () => 'plain', ringsOf };
  // The plan's own number is drawn as the hamlets themselves carry it.
  if (indicator === PLAN_INDICATOR) return { stateOf: (row) => row.progress, ringsOf };
  const unit = figures.indicators.find(({ code }) => code === indicator)?.unit ?? '';
  const known = figuresOf(figures, indicator);
  return {
    stateOf: (row) => standingOf(known.get(row.id)),
    ...(unit !== 'yes_no' && {
      figureOf: (row) => {
        const figure = known.get(row.id);
        return figure === undefined || figure.value === null ? '' : figureText(figure, unit);
      },
    }),
    ringsOf,
  };
}

/** Each hamlet's rings as images; hamlets that stand alike share one. */
function drawnRings(
  rows: readonly HamletRow[],
  figures: Figures,
  indicators: Figures['indicators'],
): Overlaid['ringsOf'] {
  const names = new Map<string, string>();
  const images: Record<string, string> = {};
  for (const { id } of rows) {
    const known = figuresIn(figures, id);
    const rings = indicators.map((indicator): Ring => {
      const row = known.get(indicator.code);
      return { standing: standingOf(row), share: shareOf(row, indicator) };
    });
    const name = ringsName(rings);
    names.set(id, name);
    images[name] ??= ringsImage(rings);
  }
  return { nameOf: ({ id }) => names.get(id) ?? '', images };
}
