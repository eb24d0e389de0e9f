import type { ReactNode } from 'react';
import { gridOf, type MapSheet } from '../../geo/map-sheet.ts';
import { number } from '../../ui/format.ts';
import { GRID_EDGE } from './paper.ts';

/** Length of a tick, and of half a cross where two lines of the grid meet; millimetres. */
const TICK = 1.8;
const CROSS = 1.2;

/** The map's frame with the ticks of the commune's own grid: eastings below and above, northings at the sides. */
export function GridFrame({ sheet, children }: { sheet: MapSheet; children: ReactNode }) {
  const { eastings, northings } = gridOf(sheet);
  const width = sheet.width + 2 * GRID_EDGE;
  const height = sheet.height + 2 * GRID_EDGE;
  const right = GRID_EDGE + sheet.width;
  const foot = GRID_EDGE + sheet.height;
  return (
    <div className="print-frame" style={{ width: `${width}mm`, height: `${height}mm` }}>
      <div className="print-frame-map" style={{ left: `${GRID_EDGE}mm`, top: `${GRID_EDGE}mm` }}>
        {children}
      </div>
      <svg width={`${width}mm`} height={`${height}mm`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {eastings.map(({ metres, at }) => {
          const x = GRID_EDGE + at;
          return (
            <g key={metres} data-easting={metres} data-at={at}>
              <path d={`M${x} ${GRID_EDGE}v${-TICK}M${x} ${foot}v${TICK}`} className="print-tick" />
              <text x={x} y={GRID_EDGE - TICK - 0.7} textAnchor="middle">
                {number(metres)}
              </text>
              <text x={x} y={foot + TICK + 2.6} textAnchor="middle">
                {number(metres)}
              </text>
              {northings.map((northing) => (
                <path
                  key={northing.metres}
                  className="print-cross"
                  d={`M${x - CROSS} ${GRID_EDGE + northing.at}h${2 * CROSS}M${x} ${GRID_EDGE + northing.at - CROSS}v${2 * CROSS}`}
                />
              ))}
            </g>
          );
        })}
        {northings.map(({ metres, at }) => {
          const y = GRID_EDGE + at;
          return (
            <g key={metres} data-northing={metres} data-at={at}>
              <path d={`M${GRID_EDGE} ${y}h${-TICK}M${right} ${y}h${TICK}`} className="print-tick" />
              <text textAnchor="middle" transform={`translate(${GRID_EDGE - TICK - 0.7} ${y}) rotate(-90)`}>
                {number(metres)}
              </text>
              <text textAnchor="middle" transform={`translate(${right + TICK + 0.7} ${y}) rotate(90)`}>
                {number(metres)}
              </text>
            </g>
          );
        })}
        <rect
          x={GRID_EDGE}
          y={GRID_EDGE}
          width={sheet.width}
          height={sheet.height}
          className="print-neatline"
        />
      </svg>
    </div>
  );
}
