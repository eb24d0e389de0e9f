/** The longer side of a photo that travels, in pixels. */
export const LONGEST_SIDE = 1600;

/** The most bytes of a photo that travels. */
export const MOST_BYTES = 300 * 1024;

/** A size of the same shape whose longer side is at most `longest` pixels; never larger than it was. */
export function fittedSize(
  width: number,
  height: number,
  longest: number = LONGEST_SIDE,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

type Encode = (size: { width: number; height: number }, quality: number) => Promise<Blob>;

const QUALITIES = [0.82, 0.7, 0.58, 0.46];

/**
 * The best JPEG that is small enough: first the quality goes down, then the size, by a fifth each time.
 * @throws RangeError when even a thumbnail is too large, which no encoder does.
 */
export async function smallEnough(
  width: number,
  height: number,
  encode: Encode,
  most: number = MOST_BYTES,
): Promise<{ blob: Blob; width: number; height: number }> {
  for (let longest = LONGEST_SIDE; longest >= 200; longest = Math.round(longest * 0.8)) {
    const size = fittedSize(width, height, longest);
    for (const quality of QUALITIES) {
      const blob = await encode(size, quality);
      if (blob.size <= most) return { blob, ...size };
    }
  }
  throw new RangeError(`a photo of ${width} × ${height} pixels stayed above ${most} bytes`);
}
