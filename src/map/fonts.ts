import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2';
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2';
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2';
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2';
import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec';

/** Vietnamese first: a letter that both files claim is drawn with the marks of the Vietnamese one. */
const VIETNAMESE = [
  'U+0102-0103',
  'U+0110-0111',
  'U+0128-0129',
  'U+0168-0169',
  'U+01A0-01A1',
  'U+01AF-01B0',
  'U+0300-0301',
  'U+0303-0304',
  'U+0308-0309',
  'U+0323',
  'U+0329',
  'U+1EA0-1EF9',
  'U+20AB',
];
const LATIN = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2212'];

const files = (vietnamese: string, latin: string) => [
  { url: vietnamese, 'unicode-range': VIETNAMESE },
  { url: latin, 'unicode-range': LATIN },
];

/**
 * The typeface of the labels, from the files that the page's own text uses. MapLibre waits for them before it
 * draws a letter; with CSS alone the first labels can stay in the fallback typeface.
 */
export const FONT_FACES: FontFacesSpecification = {
  'Be Vietnam Pro 400': files(vietnamese400, latin400),
  'Be Vietnam Pro 600': files(vietnamese600, latin600),
};
