/**
 * A new id (UUID version 7): the time in milliseconds, then chance. The device makes it before it sends a row,
 * so that a row sent twice is stored once.
 */
export function newId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(now / 2 ** 16));
  view.setUint16(4, now % 2 ** 16);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * `count` ids that follow from one id, always the same ones: a whole file needs only one id remembered.
 * The last 32 bits count upwards from the given id's own and start again at zero after their greatest value.
 */
export function idsAfter(first: string, count: number): string[] {
  const start = Number.parseInt(first.slice(-8), 16);
  const fixed = first.slice(0, -8);
  return Array.from(
    { length: count },
    (_, index) => fixed + ((start + index) % 2 ** 32).toString(16).padStart(8, '0'),
  );
}
