import { types } from '@electric-sql/pglite';

type Reader = (text: string) => unknown;

const asText: Reader = (text) => text;

/**
 * How values of PostgreSQL's types are read, by type number, so that JSON carries them as PostgREST does:
 * timestamps in ISO 8601, numerics as numbers.
 */
export const VALUE_FORMATS: Record<number, Reader> = {
  1114: (text) => text.replace(' ', 'T'),
  1184: (text) => text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'),
  1700: (text) => (Number.isFinite(Number(text)) ? Number(text) : text),
};

/** An array type and the type of its elements, both by number. */
export type ArrayType = { array: number; element: number };

/**
 * The same for a PostgreSQL server, whose driver would read many types in its own way: what the embedded
 * database's driver and the library on it do, from the same functions, so that both answer alike.
 */
export function readersOf(arrayTypes: readonly ArrayType[]): Map<number, Reader> {
  const readers = new Map<number, Reader>();
  const fromEmbedded = types.parsers as Record<string, (text: string, type?: number) => unknown>;
  for (const [type, parse] of Object.entries(fromEmbedded)) {
    if (/^\d+$/.test(type)) readers.set(Number(type), (text) => parse(text, Number(type)));
  }
  // Days and times of day stay text; the library says so on the embedded database too.
  for (const type of [1082, 1083, 1266]) readers.set(type, asText);
  for (const [type, reader] of Object.entries(VALUE_FORMATS)) readers.set(Number(type), reader);
  for (const { array, element } of arrayTypes) {
    const reader = readers.get(element) ?? asText;
    readers.set(array, (text) => types.arrayParser(text, reader, array));
  }
  return readers;
}

/**
 * A value as the PostgreSQL driver must get it: instants in UTC whatever this machine's time zone is, and an
 * array of objects as JSON (the driver would make an array of text of it).
 */
export function asParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value);
  return Array.isArray(value) && value.some(isPlainObject) ? JSON.stringify(value) : value;
}

function isPlainObject(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}
