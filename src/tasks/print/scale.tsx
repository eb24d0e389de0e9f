import { type MapSheet, scaleBarOf } from '../../geo/map-sheet.ts';
import { m } from '../../messages/generated/messages.js';
import { number } from '../../ui/format.ts';

const PARTS = 4;

/** The scale in words and as a bar in metres, and where the grid's north is. */
export function ScaleAndNorth({ sheet }: { sheet: MapSheet }) {
  const { metres, width } = scaleBarOf(sheet);
  const part = width / PARTS;
  return (
    <div className="print-scale">
      <svg width="9mm" height="12mm" viewBox="0 0 9 12" role="img" aria-label={m.print_north()}>
        <path d="M4.5 3.2 7 11.4 4.5 9.8 2 11.4Z" fill="#1e2a26" />
        <text x="4.5" y="2.6" textAnchor="middle" fontSize="3" fontWeight="600">
          {m.map_north().charAt(0)}
        </text>
      </svg>
      <div>
        <p>
          {m.print_scale()} <strong>1:{number(sheet.denominator)}</strong>
        </p>
        <svg
          width={`${width + 12}mm`}
          height="7mm"
          viewBox={`-3 0 ${width + 12} 7`}
          role="img"
          aria-label={m.print_scale_bar({ metres: number(metres) })}
          data-metres={metres}
          data-millimetres={width}
        >
          {Array.from({ length: PARTS }, (_, index) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a bar are their places.
              key={index}
              x={index * part}
              y={0.4}
              width={part}
              height={1.6}
              fill={index % 2 === 0 ? '#1e2a26' : '#ffffff'}
              stroke="#1e2a26"
              strokeWidth="0.2"
            />
          ))}
          <text x="0" y="5.4" textAnchor="middle" fontSize="2.9">
            0
          </text>
          <text x={width / 2} y="5.4" textAnchor="middle" fontSize="2.9">
            {number(metres / 2)}
          </text>
          <text x={width} y="5.4" textAnchor="middle" fontSize="2.9">
            {number(metres)} m
          </text>
        </svg>
      </div>
    </div>
  );
}
