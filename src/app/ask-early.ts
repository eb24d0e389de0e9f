import { client } from '../data/client.ts';
import type { LayerQuery, LayerRow } from '../layers/layer.ts';
import { today } from '../ui/day.ts';
import { currentPath, currentView } from '../view/address.ts';
import { communesQuery } from './commune/communes.ts';
import { resolveCommune } from './commune/resolve-commune.ts';
import { firstQueries } from './first-queries.ts';
import { queries } from './queries.ts';

/**
 * Asks for a visitor's first screen before anything is drawn: on a slow phone drawing takes as long as an
 * answer. The page asks for the same again and gets these answers; what fails here it meets there. Import
 * nothing that draws: all that stands here is fetched before the page itself.
 */
export async function askEarly(): Promise<void> {
  const { data } = await client.auth.getSession();
  if (data.session || currentPath() !== '/') return;
  const { commune: code, asOf } = currentView();
  const person = 'visitor';
  const communes = await queries.fetchQuery(communesQuery(person)).catch(() => []);
  const meant = resolveCommune({
    code,
    communes,
    memberships: [],
    isSignedIn: false,
    installation: 'ready',
  });
  if (meant.kind !== 'commune') return;
  const scope = { person, communeId: meant.commune.id, asOf: asOf ?? today() };
  for (const query of firstQueries) void queries.prefetchQuery(query(scope) as LayerQuery<LayerRow>);
}
