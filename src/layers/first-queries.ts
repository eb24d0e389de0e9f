import { query as cemeteries } from './cemeteries/query.ts';
import { query as hamlets } from './hamlets/query.ts';
import { query as modelRoads } from './model-roads/query.ts';
import { query as roads } from './roads/query.ts';
import { query as wastePoints } from './waste-points/query.ts';

/**
 * The queries of every layer that visitors may see, in the order of the layer list, without all else that a
 * layer is: what a slow phone can ask before the page itself has come. Its test compares it with the registry.
 */
export const firstQueries = [hamlets, modelRoads, wastePoints, cemeteries, roads] as const;
