import { m } from '../../messages/generated/messages.js';
import type { Loadable } from './matching/layer-fields.ts';

/** What each layer's file should hold. */
export const layerLeads: Readonly<Record<Loadable, () => string>> = {
  hamlets: m.set_up_lead_hamlets,
  roads: m.set_up_lead_roads,
  model_roads: m.set_up_lead_model_roads,
  waste_points: m.set_up_lead_waste_points,
  cemeteries: m.set_up_lead_cemeteries,
};
