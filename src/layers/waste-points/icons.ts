import { palette } from '../../ui/palette.ts';
import type { WastePointKind, WastePointState } from './row.ts';

/** Outlines in a box of 24 by 24: kinds differ by form, not by colour alone. `inside` is drawn in white. */
const FORMS: Record<WastePointKind, { outline: string; inside: string }> = {
  collection: { outline: 'M5.5 5.5h13v13h-13z', inside: '' },
  green_house: { outline: 'M12 3.6l9 7.4h-2.6v8.6H5.6V11H3z', inside: 'M10.2 19.2v-5h3.6v5z' },
  battery_exchange: {
    outline: 'M7 5.6h2.7V3.4h4.6v2.2H17v15H7z',
    inside: 'M12.9 8.2l-3.3 5.2h2.1l-.8 4.2 3.6-5.4h-2.2z',
  },
  pesticide_tank: {
    outline: 'M4.8 6.6c0-1.9 3.2-3 7.2-3s7.2 1.1 7.2 3v10.8c0 1.9-3.2 3-7.2 3s-7.2-1.1-7.2-3z',
    inside: 'M4.8 8.7c1.2 1.1 3.9 1.8 7.2 1.8s6-.7 7.2-1.8v1.7c-1.2 1.1-3.9 1.8-7.2 1.8s-6-.7-7.2-1.8z',
  },
  black_spot: { outline: 'M12 3.2l9.6 17H2.4z', inside: 'M11.1 9.2h1.8v5.4h-1.8zM11.1 16h1.8v1.9h-1.8z' },
};

const WASTE_POINT_KINDS = Object.keys(FORMS) as WastePointKind[];
const STATES: readonly WastePointState[] = ['active', 'needs_attention', 'closed'];

/**
 * SVG of a waste point, 24 pixels wide and high: blue, or brick for black spots; hollow when it is closed;
 * with a brick dot when it needs attention.
 */
export function wastePointIcon(kind: WastePointKind, state: WastePointState): string {
  const { outline, inside } = FORMS[kind];
  const color = kind === 'black_spot' ? palette.brick : palette.water;
  const closed = state === 'closed';
  const body = closed
    ? `<path d="${outline}" fill="${palette.panel}" stroke="${color}" stroke-width="1.7" stroke-linejoin="round"/>`
    : `<path d="${outline}" fill="${color}"/><path d="${inside}" fill="${palette.panel}"/>`;
  const dot =
    state === 'needs_attention'
      ? `<circle cx="18.6" cy="5.4" r="4.4" fill="${palette.brick}" stroke="${palette.panel}" stroke-width="1.5"/>`
      : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="${outline}" fill="${palette.panel}" stroke="${palette.panel}" stroke-width="3.6" stroke-linejoin="round"/>${body}${dot}</svg>`;
}

/** Every icon by the name under which the map knows it. */
export const wastePointImages: Readonly<Record<string, string>> = Object.fromEntries(
  WASTE_POINT_KINDS.flatMap((kind) =>
    STATES.map((state) => [`waste-points:${kind}-${state}`, wastePointIcon(kind, state)]),
  ),
);
