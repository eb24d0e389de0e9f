import { inflateRawSync } from 'node:zlib';

/** An incident that must not get out: a place that nothing else has, an id, a second of a night, and words. */
export const PLANTED = {
  id: 'f00dfeed-5ec2-7e75-9ace-0123456789ab',
  longitude: 106.6298763,
  latitude: 20.7271237,
  occurredAt: '2026-09-13T03:17:41+07:00',
  hint: 'sau vuon zqxdau trong',
  note: 'ghi chu zqxkin rieng',
} as const;

const { id, longitude, latitude } = PLANTED;
const instant = Date.parse(PLANTED.occurredAt);
const rounded = [longitude.toFixed(6), latitude.toFixed(6)];

/** What would betray the incident to somebody who does not even know its id. */
const OF_PLACE_AND_TIME = [
  ...[longitude, latitude].flatMap((degrees) => [String(degrees), String(degrees).replace('.', ',')]),
  rounded.join(','),
  rounded.join(', '),
  rounded.join(' '),
  rounded.toReversed().join(','),
  rounded.toReversed().join(', '),
  encodeURIComponent(`${longitude},${latitude}`),
  Buffer.from(String(longitude)).toString('base64').slice(0, -2),
  '2026-09-12T20:17:41',
  '2026-09-13T03:17:41',
  '2026-09-12 20:17:41',
  '2026-09-13 03:17:41',
  '13/09/2026 03:17',
  String(instant),
  PLANTED.hint,
  PLANTED.note,
];
const OF_ID = [id, id.replaceAll('-', '')];

/** The place as numbers of a binary answer, a texture or a stored geometry. */
const BYTES = [doubles(longitude), doubles(latitude)];

function doubles(degrees: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(degrees);
  return bytes;
}

/** What of the planted incident stands in something that came out; `knowsId`: the asker sent the id himself. */
export function betrayedBy(content: string | Buffer, { knowsId = false } = {}): string[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : unpacked(content);
  const text = bytes.toString('latin1').toLowerCase();
  const words = [...OF_PLACE_AND_TIME, ...(knowsId ? [] : OF_ID)].filter((word) =>
    text.includes(word.toLowerCase()),
  );
  const binary = BYTES.filter((part) => bytes.includes(part) || text.includes(part.toString('hex')));
  return [...words, ...binary.map((part) => part.toString('hex'))];
}

/** A workbook is a packed folder: what its files say, one after the other; anything else as it is. */
function unpacked(file: Buffer): Buffer {
  if (file.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return file;
  const parts = [file];
  for (let at = file.indexOf('PK\u0001\u0002'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 4)) {
    const [method, size, offset] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 42),
    ];
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    if (method === 8) parts.push(inflateRawSync(file.subarray(start, start + size)));
  }
  return Buffer.concat(parts);
}
