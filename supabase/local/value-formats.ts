/**
 * How values of PostgreSQL's types are read from the embedded database, by type number, so that JSON carries
 * them as PostgREST does: timestamps in ISO 8601, numerics as numbers.
 */
export const VALUE_FORMATS: Record<number, (text: string) => unknown> = {
  1114: (text) => text.replace(' ', 'T'),
  1184: (text) => text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'),
  1700: (text) => (Number.isFinite(Number(text)) ? Number(text) : text),
};
