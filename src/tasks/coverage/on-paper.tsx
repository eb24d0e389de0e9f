import './coverage.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { LayerStyle } from '../../layers/layer.ts';
import { m } from '../../messages/generated/messages.js';
import { byName, length, percent } from '../../ui/format.ts';
import type { Reach } from '../../view/view.ts';
import { ReachHead } from './hamlet-table.tsx';
import { type CoveragePoint, placesOf, storedReach, totalOf } from './measure.ts';
import { queryCoverage, queryPlaces } from './server.ts';
import { styleOf } from './style.ts';
import { kindNamesOf } from './words.ts';

/** What reach adds to a sheet: shapes on the map, its legend, and a table of hamlets. */
export type ReachOnPaper = { style: LayerStyle; legend: ReactNode; table: ReactNode; figuresAt: number };

/**
 * Reach as it is printed: the system's own figures, never those that a machine measured while its slider moved.
 * `children` gets null while they are on their way, and an error when they will not come.
 */
export default function CoverageOnPaper({
  person,
  communeId,
  asOf,
  reach,
  layer,
  names,
  children,
}: {
  person: string;
  communeId: string;
  asOf: string;
  reach: Reach;
  layer: { title: string; rows: readonly CoveragePoint[] };
  names: ReadonlyMap<string, string>;
  children: (on: ReachOnPaper | null, error: Error | null) => ReactNode;
}) {
  const scope = { person, communeId, asOf, reach };
  const stored = useQuery(queryCoverage(scope));
  const places = useQuery(queryPlaces(scope));
  const { rows } = layer;
  const { data, dataUpdatedAt } = stored;
  const best = places.data;
  const on = useMemo((): ReachOnPaper | null => {
    if (!data || !best) return null;
    const hamlets = storedReach(data);
    const total = totalOf(hamlets);
    const ordered = hamlets.toSorted((one, other) =>
      byName(names.get(one.id) ?? '', names.get(other.id) ?? ''),
    );
    const share = (value: number | null) => (value === null ? m.indicators_no_data() : percent(value, 1));
    const radius = length(reach.radius);
    const kinds = kindNamesOf(reach.kinds);
    const served = kinds.length === 0 ? layer.title : `${layer.title} (${kinds.join(', ')})`;
    return {
      style: styleOf(placesOf(rows, reach.kinds), reach.radius, hamlets, best),
      figuresAt: dataUpdatedAt,
      legend: (
        <section>
          <h2>{m.print_reach({ layer: served, radius })}</h2>
          <p className="legend-unit">
            {total.residentialShare === null
              ? m.coverage_not_drawn()
              : `${percent(total.residentialShare, 1)} ${m.coverage_answer({ radius })} ${m.coverage_rests_on({ drawn: total.drawn, total: hamlets.length })}`}
          </p>
          <ul>
            <li className="legend-item">
              <span className="coverage-sign coverage-sign-gap" aria-hidden="true" />
              {m.coverage_legend_gap()}
            </li>
            <li className="legend-item">
              <span className="coverage-sign coverage-sign-circle" aria-hidden="true" />
              {m.coverage_legend_circle({ radius })}
            </li>
          </ul>
        </section>
      ),
      table: (
        <>
          <h2>{m.print_reach({ layer: served, radius })}</h2>
          <table>
            <ReachHead />
            <tbody>
              {ordered.map((hamlet) => (
                <tr key={hamlet.id}>
                  <td>{names.get(hamlet.id)}</td>
                  <td data-numeric>{share(hamlet.residentialShare)}</td>
                  <td data-numeric>{share(hamlet.share)}</td>
                  <td data-numeric>
                    {hamlet.nearest === null ? m.indicators_no_data() : length(hamlet.nearest)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ),
    };
  }, [data, dataUpdatedAt, best, rows, reach, layer.title, names]);
  return children(on, stored.error ?? places.error);
}
