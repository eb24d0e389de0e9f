import './significance.css';
import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';
import { LegendItem } from '../../ui/legend-item.tsx';
import type { Facts } from '../layer.ts';
import { COLD_OUTLINE, HOT_OUTLINE, INNER } from './outlines.ts';
import { period } from './period.ts';
import type { IncidentCell, IncidentRow } from './row.ts';
import { ASSUMED_ERROR, DRAWS, type Sensitivity } from './sensitivity.ts';
import { useCells, useSensitivity } from './use-cells.ts';
import { heatOf, lackOf, TRENDS, trendText } from './words-of-cells.ts';

/** Which cells stand out beyond chance, by which method, and how sure that is; or why nothing is said. */
export default function Significance({ rows, facts }: { rows: readonly IncidentRow[]; facts: Facts }) {
  const cells = useCells(rows, facts);
  if (cells === null) return <p role="status">{m.layers_incidents_cells_loading()}</p>;
  if (cells === 'failed') return <p role="status">{m.layers_incidents_cells_failed()}</p>;
  const lack = lackOf(cells);
  if (lack)
    return (
      <p className="incident-significance">
        <strong>{m.layers_incidents_insufficient_more(lack)}</strong>
      </p>
    );
  return <Conclusions rows={rows} cells={cells} facts={facts} />;
}

function Conclusions({
  rows,
  cells,
  facts,
}: {
  rows: readonly IncidentRow[];
  cells: readonly IncidentCell[];
  facts: Facts;
}) {
  const { from, to } = period(facts.asOf);
  const found = cells
    .filter((cell) => heatOf(cell) !== null)
    .toSorted((one, other) => Math.abs(other.z ?? 0) - Math.abs(one.z ?? 0));
  const hasTrends = cells.some(({ trend }) => trend !== null);
  // A draw moves the very incidents that were judged: with some filtered away it would judge others.
  const placed = rows.filter(({ cell_id }) => cell_id !== null);
  const isWhole = placed.length === cells.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="incident-significance">
      <ul>
        <LegendItem swatch={<HexagonSwatch isHot />}>{m.layers_incidents_hot()}</LegendItem>
        <LegendItem swatch={<HexagonSwatch isHot={false} />}>{m.layers_incidents_cold()}</LegendItem>
      </ul>
      <p className="quiet">{m.layers_incidents_method({ from: day(from).slice(3), to: day(to).slice(3) })}</p>
      {found.length === 0 ? (
        <p>{m.layers_incidents_no_hot_cells()}</p>
      ) : isWhole ? (
        <Steady rows={rows} cells={cells} found={found} hasTrends={hasTrends} />
      ) : (
        <CellTable found={found} hasTrends={hasTrends} steady={null} />
      )}
      {hasTrends ? (
        <details>
          <summary>{m.layers_incidents_trends_mean()}</summary>
          <dl className="incident-trends">
            {TRENDS.map(({ name, means }) => (
              <div key={name()}>
                <dt>{name()}</dt>
                <dd>{means()}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : (
        <p className="quiet">{m.layers_incidents_no_trend()}</p>
      )}
    </div>
  );
}

function Steady({
  rows,
  cells,
  found,
  hasTrends,
}: {
  rows: readonly IncidentRow[];
  cells: readonly IncidentCell[];
  found: readonly IncidentCell[];
  hasTrends: boolean;
}) {
  const steady = useSensitivity(rows, cells);
  return (
    <>
      {steady === 'failed' ? (
        <p role="status">{m.layers_incidents_stable_failed()}</p>
      ) : steady === null ? (
        <p role="status">{m.layers_incidents_stable_busy()}</p>
      ) : (
        <p role="status">
          {m.layers_incidents_stable_whole({
            draws: DRAWS,
            hot: steady.times.size,
            steady: [...steady.times.values()].filter((times) => times >= 0.95 * steady.draws).length,
            others: number(steady.others, 1),
          })}{' '}
          {m.layers_incidents_stable_assumed({ radius: ASSUMED_ERROR })}
        </p>
      )}
      <CellTable found={found} hasTrends={hasTrends} steady={steady === 'failed' ? null : steady} />
    </>
  );
}

function CellTable({
  found,
  hasTrends,
  steady,
}: {
  found: readonly IncidentCell[];
  hasTrends: boolean;
  steady: Sensitivity | null;
}) {
  return (
    <details>
      <summary>{m.layers_incidents_hot_cells({ count: found.length })}</summary>
      <p className="quiet">{m.layers_incidents_z_means()}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="incident-cells-scroll" tabIndex={0} aria-label={m.layers_incidents_significance()}>
        <table className="incident-cells">
          <thead>
            <tr>
              <th scope="col">{m.layers_incidents_cell()}</th>
              <th scope="col">{m.layers_incidents_cell_count()}</th>
              <th scope="col">z</th>
              <th scope="col">p</th>
              <th scope="col">{m.layers_incidents_significance()}</th>
              {steady && <th scope="col">{m.layers_incidents_stable()}</th>}
              {hasTrends && <th scope="col">{m.layers_incidents_trend()}</th>}
            </tr>
          </thead>
          <tbody>
            {found.map((cell) => {
              const times = steady?.times.get(cell.cell_id);
              return (
                <tr key={cell.cell_id}>
                  <th scope="row">{cell.cell_id}</th>
                  <td>{number(cell.count)}</td>
                  <td>{number(cell.z ?? 0, 2)}</td>
                  <td>{(cell.p ?? 1) < 0.0001 ? `< ${number(0.0001, 4)}` : number(cell.p, 4)}</td>
                  <td>
                    {heatOf(cell) === 'hot'
                      ? m.layers_incidents_hot_short()
                      : m.layers_incidents_cold_short()}
                  </td>
                  {steady && (
                    <td>
                      {times !== undefined && m.layers_incidents_stable_times({ times, draws: steady.draws })}
                    </td>
                  )}
                  {hasTrends && <td>{cell.trend && trendText(cell.trend)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** As the map outlines such a cell: hot on its edge, cold within it. */
function HexagonSwatch({ isHot }: { isHot: boolean }) {
  const { color, width } = isHot ? HOT_OUTLINE : COLD_OUTLINE;
  const [red, green, blue] = color;
  const size = isHot ? 8 : 8 * INNER;
  const corners = [0, 60, 120, 180, 240, 300]
    .map((angle) => (angle * Math.PI) / 180)
    .map((angle) => `${10 + size * Math.cos(angle)},${10 + size * Math.sin(angle)}`);
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <polygon
        points={corners.join(' ')}
        fill="none"
        stroke={`rgb(${red} ${green} ${blue})`}
        strokeWidth={width * 0.8}
      />
    </svg>
  );
}
