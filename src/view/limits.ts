/**
 * How much a link may say. Links come from anywhere, and a server refuses addresses that are much longer
 * than this, so whatever is beyond is left out.
 */
export const LIMITS = {
  search: 12_000,
  layers: 30,
  filters: 80,
  values: 150,
  value: 200,
  rings: 4,
  kinds: 20,
  reach: { least: 100, most: 2000 },
} as const;

/** Names of layers, filters and overlays in a link. */
export const NAME = /^[a-z][a-z0-9-]{0,39}$/;
/** Ids of features. */
export const FEATURE_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** Kinds of points, as the database names them. */
export const KIND = /^[a-z][a-z0-9_]{0,39}$/;
