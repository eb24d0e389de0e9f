import type { Facts, Layer, LayerRow } from '../../layers/layer.ts';
import { useModule } from '../connection/use-module.ts';

const fetchesNothing = () => Promise.resolve({ default: () => null });

/** What a layer lays at the map's foot while it is on; nothing until it is here. */
export function LayerFoot({ layer, rows, facts }: { layer: Layer; rows: readonly LayerRow[]; facts: Facts }) {
  const { module } = useModule(layer.foot ?? fetchesNothing, true);
  return (
    module && (
      <div data-over-map>
        <module.default rows={rows} facts={facts} />
      </div>
    )
  );
}
