import { useModule } from '../connection/use-module.ts';
import type { MapPageModel } from './use-map-page.ts';

const loadList = () => import('./change-list.tsx');

/** What changed since the compared day, while one is chosen that is not the shown one. */
export function ChangePart({ page }: { page: MapPageModel }) {
  const { compareTo } = page.view;
  const wanted = compareTo !== null && compareTo !== page.facts.asOf;
  const { module } = useModule(loadList, wanted);
  return wanted && module ? <module.ChangeList page={page} compareTo={compareTo} /> : null;
}
