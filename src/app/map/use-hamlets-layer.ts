import { useMemo } from 'react';
import type { Figures } from '../../layers/hamlets/figures/figures.ts';
import { hamlets } from '../../layers/hamlets/index.ts';
import type { Layer } from '../../layers/layer.ts';
import { useModule } from '../connection/use-module.ts';

const loadParts = () => import('./figures-parts.ts');
export type FiguresParts = Awaited<ReturnType<typeof loadParts>>;

/**
 * The layer of hamlets, with figures as soon as they and what draws them are here. The same object for as long as
 * it shows the same, so that nothing is drawn again.
 */
export function useHamletsLayer(
  figures: Figures | null,
  indicator: string | null,
  rings: readonly string[],
  wanted: boolean,
): { layer: Layer; parts: FiguresParts | null } {
  const { module } = useModule(loadParts, wanted);
  const ringed = rings.join(',');
  const layer = useMemo(
    () =>
      (module && figures
        ? module.hamletsWith(figures, indicator, ringed === '' ? [] : ringed.split(','))
        : hamlets) as unknown as Layer,
    [module, figures, indicator, ringed],
  );
  return { layer, parts: module };
}
