import './sparkline.css';
import { linePath, stepPath, stretches } from './series-path.ts';

const SIZE = { width: 60, height: 14 };

/**
 * A figure over the plan's months, as small as a word: gaps where nobody reported, the target as a thin line, the
 * last month as a dot. It is silent: the chart and the cell's own figure say it in words.
 */
export function Sparkline({
  values,
  targets,
  top,
}: {
  values: readonly (number | null)[];
  targets: readonly (number | null)[];
  /** The upper end of the scale, the same for every hamlet, so that they compare. */
  top: number;
}) {
  const box = { ...SIZE, least: 0, most: top };
  const lines = stretches(values, box);
  const last = lines.at(-1)?.at(-1);
  return (
    <svg
      className="sparkline"
      viewBox={`-2 -2 ${SIZE.width + 4} ${SIZE.height + 4}`}
      aria-hidden="true"
      focusable="false"
    >
      <path className="sparkline-target" d={stepPath(targets, box)} />
      <path className="sparkline-line" d={linePath(lines)} />
      {lines
        .filter((points) => points.length === 1)
        .map(([point]) => point && <circle key={point.place} cx={point.x} cy={point.y} r="1.1" />)}
      {last && <circle className="sparkline-last" cx={last.x} cy={last.y} r="2" />}
    </svg>
  );
}
