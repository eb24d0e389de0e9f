import './legend-item.css';
import type { ReactNode } from 'react';
import { number } from './format.ts';

/** One line of a legend: what is drawn, what it means, how many there are. */
export function LegendItem({
  swatch,
  count,
  children,
}: {
  swatch: ReactNode;
  count?: number;
  children: ReactNode;
}) {
  return (
    <li className="legend-item">
      <span className="legend-item-swatch">{swatch}</span>
      <span>{children}</span>
      {count !== undefined && <span className="legend-item-count">{number(count)}</span>}
    </li>
  );
}

/** A piece of a line as the map draws it; `dashes` in pixels as SVG has them. */
export function LineSwatch({ color, width, dashes }: { color: string; width: number; dashes?: string }) {
  return (
    <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true" focusable="false">
      <path d="M1 6h26" stroke={color} strokeWidth={width} strokeDasharray={dashes} strokeLinecap="butt" />
    </svg>
  );
}

/** An area as the map fills it: a CSS background. */
export function AreaSwatch({ background }: { background: string }) {
  return <span className="swatch-area" style={{ background }} aria-hidden="true" />;
}

/** The map's own drawing of a point: an SVG text of 24 by 24 pixels. */
export function ImageSwatch({ svg }: { svg: string }) {
  return <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} width="20" height="20" alt="" />;
}
