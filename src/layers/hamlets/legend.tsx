import { m } from '../../messages/generated/messages.js';
import { AreaSwatch, LegendItem } from '../../ui/legend-item.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { Facts } from '../layer.ts';
import { countProgress, PLAN_INDICATOR, PROGRESS, progressText } from './progress.ts';
import type { HamletRow, Progress } from './row.ts';

export const FILL: Record<Progress, string> = {
  met: 'var(--met)',
  on_the_way: 'var(--on-the-way)',
  behind: 'var(--behind)',
  not_reported: 'repeating-linear-gradient(-45deg, #b9b09c 0 1px, var(--paper) 1px 5px)',
};

/** The hamlets' colours with a count each; plain boundaries while nothing colours them. */
export function Legend({
  rows,
  indicator,
}: {
  rows: readonly HamletRow[];
  facts: Facts;
  indicator: string | null;
}) {
  if (indicator !== PLAN_INDICATOR) {
    return (
      <ul>
        <LegendItem swatch={<AreaSwatch background="var(--panel)" />} count={rows.length}>
          {m.layers_hamlets_boundary()}
        </LegendItem>
      </ul>
    );
  }
  const counts = countProgress(rows);
  return (
    <>
      <p className="legend-unit">{m.layers_hamlets_progress_unit()}</p>
      <ul>
        {PROGRESS.map((progress) => (
          <LegendItem
            key={progress}
            swatch={<AreaSwatch background={FILL[progress]} />}
            count={counts[progress]}
          >
            <StateSymbol state={progress} size={18} /> {progressText(progress)}
          </LegendItem>
        ))}
        <ResidentialItem rows={rows} />
      </ul>
    </>
  );
}

/** Where people live, while any such area is drawn. */
export function ResidentialItem({ rows }: { rows: readonly HamletRow[] }) {
  if (rows.every(({ residential_geometry }) => residential_geometry === null)) return null;
  return (
    <LegendItem swatch={<AreaSwatch background="rgb(30 42 38 / 9%)" />}>
      {m.layers_hamlets_residential()}
    </LegendItem>
  );
}
