import type { Role } from '../../layers/layer.ts';
import type { Act, LayerActs, RecordRow } from './act.ts';
import { cemeteryActs } from './acts/cemeteries.ts';
import { hamletActs } from './acts/hamlets.ts';
import { incidentActs } from './acts/incidents.ts';
import { modelRoadActs } from './acts/model-roads.ts';
import { PROPOSALS } from './acts/proposing.ts';
import { roadActs } from './acts/roads.ts';
import { securityAreaActs } from './acts/security-areas.ts';
import { wastePointActs } from './acts/waste-points.ts';

/** In the order in which new records are offered. */
export const LAYER_ACTS: readonly LayerActs[] = [
  modelRoadActs,
  wastePointActs,
  cemeteryActs,
  hamletActs,
  roadActs,
  securityAreaActs,
  incidentActs,
  ...PROPOSALS,
];

function actsFor(layer: string, role: Role | null): readonly Act[] {
  return LAYER_ACTS.filter((acts) => acts.layer === layer && role !== null && acts.roles.has(role)).flatMap(
    ({ acts }) => acts,
  );
}

/** The act that a link names, when this role may do it. */
export function actOf(layer: string, act: string, role: Role | null): Act | null {
  return actsFor(layer, role).find(({ id }) => id === act) ?? null;
}

/** What this role may do to a row; on an earlier day only what is about that day. */
export function actsOn(
  layer: string,
  row: RecordRow,
  { role, organizationId }: Keeper,
  isToday: boolean,
): readonly Act[] {
  return actsFor(layer, role).filter(
    (act) =>
      act.needsRow &&
      (isToday || act.onAnyDay) &&
      (act.isOffered?.(row) ?? true) &&
      (!act.isOwn || (organizationId !== null && row.organization_id === organizationId)),
  );
}

/** Who stands before the map: what they are, and for which organization. */
export type Keeper = { role: Role | null; organizationId: string | null };

/** Layers to which this role may add a row. */
export function addableLayers(role: Role | null): readonly LayerActs[] {
  return LAYER_ACTS.filter(
    ({ roles, acts }) => role !== null && roles.has(role) && acts.some(({ needsRow }) => !needsRow),
  );
}
