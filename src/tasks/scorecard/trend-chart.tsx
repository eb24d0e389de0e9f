import { useRef } from 'react';
import type { Indicator, SeriesRow } from '../../data/progress.ts';
import { unitOfTotal, unitText, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { number } from '../../ui/format.ts';
import { topOfTotal, until } from './series.ts';
import { across, type Box, down, linePath, stepPath, stretches } from './series-path.ts';
import { useWidth } from './use-width.ts';

const EDGE = { top: 18, right: 20, bottom: 58, left: 66 };
const HEIGHT = 250;
/** Months closer together than this many pixels are not all written under the line. */
const ROOM_FOR_MONTH = 26;

/**
 * The commune's figure by months against its target: gaps where nobody reported, the target as steps, and under
 * each month on how many hamlets it rests. The table beside it says the same to whoever does not see it.
 */
export function TrendChart({
  indicator,
  row,
  asOf,
  label,
}: {
  indicator: Indicator;
  row: SeriesRow;
  asOf: string;
  label: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { months } = row;
  const top = topOfTotal(indicator, row);
  const box: Box = {
    width: Math.max(0, width - EDGE.left - EDGE.right),
    height: HEIGHT - EDGE.top - EDGE.bottom,
    least: 0,
    most: top,
  };
  const shown = until(row, asOf);
  const lines = stretches(shown.values, box);
  const x = (place: number) => across(box, place, months.length);
  const every = Math.max(1, Math.ceil((ROOM_FOR_MONTH * (months.length - 1)) / Math.max(1, box.width)));
  const lastTarget = row.targets.findLastIndex((target) => target !== null);
  const target = row.targets[lastTarget] ?? null;
  return (
    <div className="trend-chart" ref={frame} style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={label}>
          <g transform={`translate(${EDGE.left} ${EDGE.top})`}>
            {[0, 0.25, 0.5, 0.75, 1].map((share) => (
              <g key={share} transform={`translate(0 ${down(box, share * top)})`}>
                <line className="trend-grid" x2={box.width} />
                <text className="trend-scale" x={-8} dy="0.32em">
                  {number(share * top, 2)}
                </text>
              </g>
            ))}
            <text className="trend-unit" x={-8} y={-8}>
              {unitText(unitOfTotal(indicator))}
            </text>
            <path className="trend-target" d={stepPath(row.targets, box)} />
            {target !== null && (
              <text className="trend-target-name" x={box.width} y={down(box, target) - 6}>
                {m.scorecard_target_is({ value: valueText(target, unitOfTotal(indicator)) })}
              </text>
            )}
            <path className="trend-later" d={linePath(stretches(row.series_values, box))} />
            <path className="trend-line" d={linePath(lines)} />
            {lines.flat().map((point) => (
              <circle key={point.place} className="trend-month" cx={point.x} cy={point.y} r="3.5" />
            ))}
            {months.map((month, place) => (
              <g key={month} transform={`translate(${x(place)} ${box.height})`}>
                <line className="trend-tick" y2="4" />
                {(months.length - 1 - place) % every === 0 && (
                  <>
                    <text className="trend-name" y="18">
                      {Number(month.slice(5, 7))}
                    </text>
                    <text className="trend-hamlets" y="50">
                      {row.reported?.[place]}
                    </text>
                  </>
                )}
                {month.slice(5, 7) === '01' && (
                  <text className="trend-year" y="33">
                    {month.slice(0, 4)}
                  </text>
                )}
              </g>
            ))}
            <text className="trend-hamlets-name" x={-EDGE.left} y={box.height + 50}>
              {m.scorecard_hamlets()}
            </text>
          </g>
        </svg>
      )}
    </div>
  );
}
