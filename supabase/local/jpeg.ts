/** Whether bytes begin and end as a JPEG picture does (ITU-T T.81, annex B: SOI … EOI). */
export function isJpeg(bytes: Uint8Array): boolean {
  const end = bytes.byteLength;
  return (
    end > 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[end - 2] === 0xff && bytes[end - 1] === 0xd9
  );
}

/**
 * Whether a JPEG picture carries what a camera writes of itself and the place: segments APP1 (Exif, XMP) and APP13
 * (IPTC) before the picture's own data. A picture that cannot be followed counts as one that does.
 */
export function hasCameraData(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 4 <= bytes.byteLength) {
    if (bytes[at] !== 0xff) return true;
    const marker = bytes[at + 1] ?? 0;
    // Start of scan: from here on it is the picture.
    if (marker === 0xda) return false;
    if (marker === 0xe1 || marker === 0xed) return true;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) return true;
    at += 2 + length;
  }
  return true;
}
