import type { LayerStyle } from '../../layers/layer.ts';
import { m } from '../../messages/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import type { Reach } from '../../view/view.ts';
import { useModule } from '../connection/use-module.ts';
import type { MapPageModel } from './use-map-page.ts';

const load = () => import('../../tasks/coverage/index.tsx');
/** Layers whose points may serve the people around them, as the database knows them. */
const SERVING = ['waste-points', 'cemeteries'];
/** Where a place for a new point is looked at. */
const CLOSE = 15;

/** What is measured first: where household waste is collected. */
export const FIRST_REACH: Reach = { layer: 'waste-points', radius: 500, kinds: ['collection'] };

/** The reach that a link names, else the first: a link may name a layer whose points serve nobody. */
export const servedReach = (reach: Reach): Reach => (SERVING.includes(reach.layer) ? reach : FIRST_REACH);

/** The sheet about reach, in place of filters and details. */
export function CoveragePart({
  page,
  reach,
  onStyle,
}: {
  page: MapPageModel;
  reach: Reach;
  onStyle: (style: LayerStyle | null) => void;
}) {
  const { module, failed } = useModule(load, true);
  const { person, commune, facts, hamlets, layers, change } = page;
  if (failed) {
    return (
      <Notice tone="warning" title={m.faults_part()}>
        {m.faults_part_text()}
      </Notice>
    );
  }
  if (!module) return null;
  return (
    <module.default
      person={person}
      communeId={commune.id}
      asOf={facts.asOf}
      reach={servedReach(reach)}
      hamlets={hamlets ?? []}
      layers={layers
        .filter(({ layer }) => SERVING.includes(layer.id))
        .map(({ layer, all }) => ({ id: layer.id, title: layer.title(), rows: all }))}
      names={facts.names}
      onReach={(next) => change({ reach: next }, { replace: next !== null })}
      onStyle={onStyle}
      onHamlet={(id) => change({ selection: { layer: 'hamlets', id } })}
      onPlace={([longitude = 0, latitude = 0]) =>
        change({ camera: { longitude, latitude, zoom: CLOSE } }, { replace: true })
      }
    />
  );
}
