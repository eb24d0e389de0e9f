import { palette } from '../../ui/palette.ts';
import type { SecurityResult } from './row.ts';

const SHIELD = 'M12 2.6l7.8 2.7v5.9c0 5-3.2 8.5-7.8 10.2-4.6-1.7-7.8-5.2-7.8-10.2V5.3z';

const SIGNS: Record<SecurityResult, string> = {
  met: '<path d="M8.2 12.1l2.7 2.7 4.9-5.6"/>',
  not_met: '<path d="M12 7.6v5.2"/><path d="M12 16v.05" stroke-width="2.5"/>',
  no_data: '<path d="M9 12h6"/>',
};

export const RESULT_COLORS: Record<SecurityResult, string> = {
  met: palette.green,
  not_met: palette.brick,
  no_data: palette.grey,
};

/** SVG of a shield with the sign of a year's result, 24 pixels wide and high; hollow while there is none. */
export function shield(result: SecurityResult): string {
  const color = RESULT_COLORS[result];
  const [fill, ink] = result === 'no_data' ? [palette.panel, color] : [color, palette.panel];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="${SHIELD}" fill="${palette.panel}" stroke="${palette.panel}" stroke-width="3.4" stroke-linejoin="round"/><path d="${SHIELD}" fill="${fill}" stroke="${color}" stroke-width="1.5" stroke-linejoin="round"/><g fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${SIGNS[result]}</g></svg>`;
}

/** Every shield by the name under which the map knows it. */
export const shields: Readonly<Record<string, string>> = {
  'security-areas:met': shield('met'),
  'security-areas:not_met': shield('not_met'),
  'security-areas:no_data': shield('no_data'),
};
