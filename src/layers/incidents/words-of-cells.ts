import { m } from '../../messages/generated/messages.js';
import type { IncidentCell, Trend } from './row.ts';

/** From here on a period says more than chance would (`app.incident_hotspots`). */
export const LEAST_INCIDENTS = 30;
export const LEAST_CELLS = 10;

const trends: Record<Trend, { name: () => string; means: () => string }> = {
  new: { name: m.layers_incidents_trend_new, means: m.layers_incidents_trend_new_means },
  consecutive: {
    name: m.layers_incidents_trend_consecutive,
    means: m.layers_incidents_trend_consecutive_means,
  },
  intensifying: {
    name: m.layers_incidents_trend_intensifying,
    means: m.layers_incidents_trend_intensifying_means,
  },
  persistent: { name: m.layers_incidents_trend_persistent, means: m.layers_incidents_trend_persistent_means },
  diminishing: {
    name: m.layers_incidents_trend_diminishing,
    means: m.layers_incidents_trend_diminishing_means,
  },
  sporadic: { name: m.layers_incidents_trend_sporadic, means: m.layers_incidents_trend_sporadic_means },
  none: { name: m.layers_incidents_trend_none, means: m.layers_incidents_trend_none_means },
};

/** Every trend with its name and what it means, in the order of docs/hotspots.md. */
export const TRENDS = Object.values(trends);

/** What the course of a cell's months is called. */
export const trendText = (trend: Trend): string => trends[trend].name();

/** `hot` or `cold` beyond chance; null: neither, or nothing can be said. */
export function heatOf({ significant, z }: IncidentCell): 'hot' | 'cold' | null {
  if (!significant || z === null) return null;
  return z > 0 ? 'hot' : 'cold';
}

/** How many incidents, and how many cells with any, the period lacks; null when it suffices. */
export function lackOf(cells: readonly IncidentCell[]): { incidents: number; cells: number } | null {
  if (cells.some(({ sufficient }) => sufficient)) return null;
  const filled = cells.filter(({ count }) => count > 0);
  const incidents = filled.reduce((sum, { count }) => sum + count, 0);
  return {
    incidents: Math.max(0, LEAST_INCIDENTS - incidents),
    cells: Math.max(0, LEAST_CELLS - filled.length),
  };
}

/** What a cell is beside its count, in a few words; an empty text where it is nothing beyond chance. */
export function verdictText(cell: IncidentCell): string {
  if (!cell.sufficient) return m.layers_incidents_insufficient();
  const heat = heatOf(cell);
  const words = heat === 'hot' ? m.layers_incidents_hot() : heat === 'cold' ? m.layers_incidents_cold() : '';
  return cell.trend === null || cell.trend === 'none'
    ? words
    : [words, trendText(cell.trend)].filter(Boolean).join(' · ');
}
