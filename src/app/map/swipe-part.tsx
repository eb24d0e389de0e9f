import type { ComponentProps } from 'react';
import { useModule } from '../connection/use-module.ts';
import type { SwipeMap } from './swipe-map.tsx';

const loadSwipe = () => import('./swipe-map.tsx');

/** The compared day over the map, while one is chosen that is not the shown one. */
export function SwipePart(props: Omit<ComponentProps<typeof SwipeMap>, 'compareTo'>) {
  const { view, facts } = props.page;
  const wanted = view.compareTo !== null && view.compareTo !== facts.asOf;
  const { module } = useModule(loadSwipe, wanted);
  return wanted && module && view.compareTo ? (
    <module.SwipeMap {...props} compareTo={view.compareTo} />
  ) : null;
}
