import { palette } from '../../../ui/palette.ts';
import type { Standing } from './figures.ts';

/** One ring: how a hamlet stands by one indicator, and how much of the target it reaches (0 to 1; null: not known). */
export type Ring = { standing: Standing; share: number | null };

/** Side of the square in which one ring stands, in pixels. */
const CELL = 24;
const RADIUS = 8.6;
const AROUND = 2 * Math.PI * RADIUS;
const MARGIN = 2;
/** Rings are drawn in steps: so few images serve many hamlets. */
const STEPS = 20;

const COLOR: Record<Standing, string> = {
  met: palette.green,
  on_the_way: palette.ochre,
  behind: palette.brick,
  not_reported: palette.grey,
  empty: palette.grey,
};

const SIGN: Record<Standing, string> = {
  met: '<path d="M8.7 12.2l2.3 2.3 4.3-4.9"/>',
  on_the_way:
    '<circle cx="12" cy="12" r="3.1" stroke-width="1.3"/><path d="M12 8.9V12h3.1A3.1 3.1 0 0 0 12 8.9z" fill="currentColor" stroke="none"/>',
  behind: '<path d="M12 8.2v4.4"/><path d="M12 15.6v.05" stroke-width="2.2"/>',
  not_reported: '<path d="M9.2 12h5.6"/>',
  empty: '',
};

const LETTER: Record<Standing, string> = {
  met: 'm',
  on_the_way: 'w',
  behind: 'b',
  not_reported: 'n',
  empty: 'e',
};

const stepOf = ({ share }: Ring) =>
  share === null ? 0 : Math.round(Math.max(0, Math.min(1, share)) * STEPS);

/** Where the rings stand: one, two side by side, three or four in two rows. In cells. */
function placesOf(count: number): { across: number; down: number; at: (index: number) => [number, number] } {
  const across = Math.min(2, count);
  return { across, down: Math.ceil(count / 2), at: (index) => [index % 2, Math.floor(index / 2)] };
}

function plate(count: number, inside: string): string {
  const { across, down } = placesOf(count);
  const [width, height] = [across * CELL + 2 * MARGIN, down * CELL + 2 * MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#ffffff" fill-opacity="0.94" stroke="#b9b09c"/>${inside}</svg>`;
}

function placed(count: number, index: number, inside: string): string {
  const [x, y] = placesOf(count).at(index);
  return `<g transform="translate(${x * CELL + MARGIN} ${y * CELL + MARGIN})">${inside}</g>`;
}

function drawRing(ring: Ring): string {
  const color = COLOR[ring.standing];
  const filled = (stepOf(ring) / STEPS) * AROUND;
  const track =
    ring.share === null
      ? `<circle cx="12" cy="12" r="${RADIUS}" stroke="${palette.grey}" stroke-width="1.3" stroke-dasharray="2 2.5" stroke-linecap="butt"/>`
      : `<circle cx="12" cy="12" r="${RADIUS}" stroke="#e2dccf" stroke-width="3.2"/>`;
  const arc =
    filled === 0
      ? ''
      : `<circle cx="12" cy="12" r="${RADIUS}" stroke="${color}" stroke-width="3.2" stroke-linecap="butt" stroke-dasharray="${filled.toFixed(2)} ${AROUND.toFixed(2)}" transform="rotate(-90 12 12)"/>`;
  return `<g fill="none" color="${color}" stroke="${color}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${track}${arc}${SIGN[ring.standing]}</g>`;
}

/** Name of the image of these rings: the same rings have the same name, and the same name the same drawing. */
export function ringsName(rings: readonly Ring[]): string {
  return `hamlets:rings:${rings.map((ring) => `${LETTER[ring.standing]}${ring.share === null ? '' : stepOf(ring)}`).join('-')}`;
}

/** SVG of up to four rings on a plate. */
export function ringsImage(rings: readonly Ring[]): string {
  return plate(
    rings.length,
    rings.map((ring, index) => placed(rings.length, index, drawRing(ring))).join(''),
  );
}

/** SVG for the legend: the same plate, with the place of one ring filled. */
export function ringPlace(count: number, index: number): string {
  const cells = Array.from({ length: count }, (_, each) =>
    placed(
      count,
      each,
      each === index
        ? `<circle cx="12" cy="12" r="${RADIUS + 1}" fill="${palette.ink}"/>`
        : `<circle cx="12" cy="12" r="${RADIUS}" fill="none" stroke="#b9b09c" stroke-width="2"/>`,
    ),
  );
  return plate(count, cells.join(''));
}
