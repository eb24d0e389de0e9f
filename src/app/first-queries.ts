import { query as careStretches } from '../layers/care-stretches/query.ts';
import { query as cemeteries } from '../layers/cemeteries/query.ts';
import { query as hamlets } from '../layers/hamlets/query.ts';
import { query as modelRoads } from '../layers/model-roads/query.ts';
import { query as publishedIncidents } from '../layers/published-incidents/query.ts';
import { query as roads } from '../layers/roads/query.ts';
import { query as wastePoints } from '../layers/waste-points/query.ts';

/**
 * The queries of every layer that visitors may see, in the order of the layer list, without all else that a
 * layer is: what a slow phone can ask before the page itself has come. Its test compares it with the registry.
 */
export const firstQueries = [
  hamlets,
  modelRoads,
  wastePoints,
  cemeteries,
  careStretches,
  roads,
  publishedIncidents,
] as const;
