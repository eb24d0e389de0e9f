import { m } from '../messages/generated/messages.js';

/** North is always up on this map; the sign says so, as on a printed sheet. */
export function NorthArrow() {
  return (
    <svg className="commune-map-north" width="22" height="32" viewBox="0 0 22 32" role="img">
      <title>{m.map_north()}</title>
      <path d="M11 9.5l6 19-6-4.2z" fill="currentColor" />
      <path
        d="M11 9.5l-6 19 6-4.2z"
        fill="var(--panel)"
        stroke="currentColor"
        strokeWidth="1"
        strokeLinejoin="round"
      />
      <text x="11" y="8" textAnchor="middle" fontSize="9.5" fontWeight="600" fill="currentColor">
        {m.map_north().charAt(0)}
      </text>
    </svg>
  );
}

/** The middle of the map, which Enter picks; seen while the map has the keyboard's focus. */
export function Middle() {
  return (
    <svg className="commune-map-middle" viewBox="0 0 34 34" aria-hidden="true">
      <g fill="none" strokeLinecap="round">
        <path d="M17 3v9M17 22v9M3 17h9M22 17h9" stroke="var(--panel)" strokeWidth="5" />
        <path d="M17 3v9M17 22v9M3 17h9M22 17h9" stroke="var(--focus)" strokeWidth="2" />
      </g>
    </svg>
  );
}
