/** Pixels of the whole earth at zoom 0 of Web Mercator, as MapLibre counts them. */
export const WORLD_PIXELS = 512;
