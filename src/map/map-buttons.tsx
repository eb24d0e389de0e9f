import { m } from '../messages/generated/messages.js';

const signs = {
  in: 'M10 4v12M4 10h12',
  out: 'M4 10h12',
  whole: 'M3.5 7.5v-4h4M16.5 7.5v-4h-4M3.5 12.5v4h4M16.5 12.5v4h-4M8 10h4M10 8v4',
} as const;

function MapButton({
  sign,
  label,
  onClick,
}: {
  sign: keyof typeof signs;
  label: string;
  onClick: () => void;
}) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d={signs[sign]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}

/** Nearer, farther, and back to the whole commune. */
export function MapButtons({
  onZoomIn,
  onZoomOut,
  onWhole,
}: {
  onZoomIn: () => void;
  onZoomOut: () => void;
  onWhole: () => void;
}) {
  return (
    <fieldset className="commune-map-buttons" data-over-map aria-label={m.map_controls()}>
      <MapButton sign="in" label={m.map_zoom_in()} onClick={onZoomIn} />
      <MapButton sign="out" label={m.map_zoom_out()} onClick={onZoomOut} />
      <MapButton sign="whole" label={m.map_whole_commune()} onClick={onWhole} />
    </fieldset>
  );
}
