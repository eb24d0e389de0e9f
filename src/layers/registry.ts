import { careStretches } from './care-stretches/index.ts';
import { cemeteries } from './cemeteries/index.ts';
import { hamlets } from './hamlets/index.ts';
import { incidents } from './incidents/index.ts';
import type { Layer } from './layer.ts';
import { modelRoads } from './model-roads/index.ts';
import { publishedIncidents } from './published-incidents/index.ts';
import { roads } from './roads/index.ts';
import { securityAreas } from './security-areas/index.ts';
import { wastePoints } from './waste-points/index.ts';

/**
 * Every layer of the map, in the order of the layer list. A layer's functions take its own rows and are
 * only ever given what its own query fetched, so the rows' type is forgotten here.
 */
export const layers = [
  hamlets,
  modelRoads,
  wastePoints,
  cemeteries,
  careStretches,
  roads,
  securityAreas,
  incidents,
  publishedIncidents,
].sort((one, other) => one.order - other.order) as unknown as readonly Layer[];
