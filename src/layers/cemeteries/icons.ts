import { palette } from '../../ui/palette.ts';

/** SVG of a martyrs' cemetery: a gold star with a dark outline, 24 pixels wide and high. */
export const cemeteryIcon = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="M12 2.2l2.95 6.3 6.85.85-5.05 4.75 1.3 6.8L12 17.55 5.95 20.9l1.3-6.8L2.2 9.35l6.85-.85z" fill="${palette.gold}" stroke="${palette.panel}" stroke-width="4" stroke-linejoin="round"/><path d="M12 2.2l2.95 6.3 6.85.85-5.05 4.75 1.3 6.8L12 17.55 5.95 20.9l1.3-6.8L2.2 9.35l6.85-.85z" fill="${palette.gold}" stroke="#4d3a08" stroke-width="1.4" stroke-linejoin="round"/></svg>`;
