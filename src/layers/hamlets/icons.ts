import type { StateSymbol } from '../layer.ts';

const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" width="22" height="22" viewBox="0 0 22 22">';

/** A white disc with a coloured rim, and a sign inside: state is never by colour alone. */
function disc(color: string, sign: string): string {
  return `${OPEN}<circle cx="11" cy="11" r="9.2" fill="#ffffff" stroke="#ffffff" stroke-width="3.4"/><circle cx="11" cy="11" r="8.6" fill="#ffffff" stroke="${color}" stroke-width="1.6"/><g fill="none" stroke="${color}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${sign}</g></svg>`;
}

/** SVG of the four states: ✓ met, ◔ on the way, ! behind, – not reported. 22 pixels wide and high. */
export function stateIcons(colors: Readonly<Record<StateSymbol, string>>): Record<StateSymbol, string> {
  return {
    met: disc(colors.met, '<path d="M7.2 11.4l2.7 2.7 4.9-5.7"/>'),
    on_the_way: disc(
      colors.on_the_way,
      `<circle cx="11" cy="11" r="4.1" stroke-width="1.4"/><path d="M11 6.9v4.1h4.1a4.1 4.1 0 0 0-4.1-4.1z" fill="${colors.on_the_way}" stroke="none"/>`,
    ),
    behind: disc(colors.behind, '<path d="M11 6.8v5.2"/><path d="M11 15.2v.05" stroke-width="2.3"/>'),
    not_reported: disc(colors.not_reported, '<path d="M8 11h6"/>'),
  };
}

/** Seamless diagonal hatching for "no data": 9 pixels wide and high. */
export function hatching(line: string, ground: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><rect width="9" height="9" fill="${ground}"/><path d="M-1 10L10-1M-5.5 5.5L5.5-5.5M3.5 14.5L14.5 3.5" stroke="${line}" stroke-width="1.15"/></svg>`;
}
