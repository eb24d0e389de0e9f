// 106°37′46,2″ Đ · 106 37 46.2 · 106-37-46.2E · N20°43'37"
const PARTS =
  /^([NSEWBĐDTO]|V[ĩi] ?độ|Kinh ?độ)?\s*(-?\d{1,3})\s*(?:°|º|˚|o|độ|d|[\s:-])\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′‘]|phút|[\s:-])?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:''|["”″“]|’’|′′|giây)?)?\s*([NSEWBĐDTO])?$/iu;
const WEST_OR_SOUTH = /^[WS]$/i;

/**
 * A coordinate as tables have it, in its own unit: a number with a decimal point or comma and any thousands
 * separators (2.294.567,12), with or without "m" or "°" behind it, or degrees, minutes and seconds. Null for anything
 * else, infinity included.
 */
export function readCoordinate(cell: unknown): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = cell.normalize('NFC').trim();
  if (text.length === 0 || text.length > 40) return null;
  const plain = readPlain(text.replace(/\s*(?:m|°|º)$/i, ''));
  return plain ?? readParts(text);
}

function readPlain(text: string): number | null {
  const bare = text.replace(/[\s\u00a0'’](?=\d{3}(?:\D|$))/g, '');
  if (!/^[-+]?\d[\d.,]*$/.test(bare)) return null;
  const marks = bare.replace(/[^.,]/g, '');
  const last = marks.at(-1) ?? '';
  // Two alike can only group thousands: 2.294.567.
  const isGrouped = marks.length > 1 && [...marks].every((mark) => mark === last);
  const decimal = isGrouped || last === '' ? -1 : bare.lastIndexOf(last);
  const whole = (decimal < 0 ? bare : bare.slice(0, decimal)).replace(/[.,]/g, '');
  const value = Number(decimal < 0 ? whole : `${whole}.${bare.slice(decimal + 1)}`);
  return Number.isFinite(value) ? value : null;
}

function readParts(text: string): number | null {
  const [found, before, degrees = '', minutes = '', seconds = '0', after] = PARTS.exec(text) ?? [];
  if (found === undefined) return null;
  const [m, s] = [minutes, seconds].map((part) => Number(part.replace(',', '.')));
  if (m === undefined || s === undefined || m >= 60 || s >= 60) return null;
  const value = Math.abs(Number(degrees)) + m / 60 + s / 3600;
  return degrees.startsWith('-') || WEST_OR_SOUTH.test(before ?? after ?? '') ? -value : value;
}

/** Two coordinates in one cell: "20.7269, 106.6295", "20,7269; 106,6295". Null for anything else. */
export function readPair(cell: unknown): [number, number] | null {
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  for (const separator of [/\s*[;|/]\s*/, /,\s+/, /\s+/, /,/]) {
    const parts = text.split(separator);
    if (parts.length !== 2) continue;
    const [first, second] = parts.map(readCoordinate);
    if (typeof first === 'number' && typeof second === 'number') return [first, second];
  }
  return null;
}
