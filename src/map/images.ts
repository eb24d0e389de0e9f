import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * Pixels of a drawn image for one of the page: whole, so that patterns stay seamless, and two at least, because
 * symbols are drawn smaller or larger than they are and stay crisp only when there is something to spare.
 */
function imageRatio(): number {
  return Math.min(3, Math.max(2, Math.ceil(globalThis.devicePixelRatio)));
}

/**
 * Draws an SVG with a width and a height at `ratio` times its size.
 * @throws when the drawing cannot be read.
 */
async function rasterise(drawing: string, ratio: number): Promise<ImageData> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * ratio);
  canvas.height = Math.round(image.naturalHeight * ratio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('rasterise: no 2d context');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/**
 * Gives the map its images when it first needs them, and anew when the window moves to a screen of another
 * resolution. `drawings` answers with the SVG of an image name. Returns how to stop.
 */
export function provideImages(
  map: MapLibreMap,
  drawings: () => Readonly<Record<string, string>>,
): () => void {
  const given = new Set<string>();
  const give = async (name: string) => {
    const drawing = drawings()[name];
    if (!drawing) return;
    const pixelRatio = imageRatio();
    const image = await rasterise(drawing, pixelRatio);
    if (map.hasImage(name)) map.removeImage(name);
    map.addImage(name, image, { pixelRatio });
    given.add(name);
  };
  map.setMissingStyleImageResolver(give);

  let resolution: MediaQueryList | null = null;
  const redraw = () => {
    watch();
    for (const name of given) void give(name);
  };
  const watch = () => {
    resolution?.removeEventListener('change', redraw);
    resolution = globalThis.matchMedia(`(resolution: ${globalThis.devicePixelRatio}dppx)`);
    resolution.addEventListener('change', redraw);
  };
  watch();
  return () => resolution?.removeEventListener('change', redraw);
}
