import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Arrival } from './arrival.tsx';
import type { Loadable } from './matching/layer-fields.ts';
import { layerNames } from './words.ts';

/** What was stored, and where to go on. */
export function LayerDone({
  layer,
  stored,
  sent,
  onNext,
  onMore,
}: {
  layer: Loadable;
  stored: number;
  sent: number;
  onNext: () => void;
  onMore: () => void;
}) {
  const title =
    stored > 0
      ? m.set_up_stored({ rows: number(stored), layer: layerNames[layer]() })
      : m.set_up_stored_before({ rows: number(sent), layer: layerNames[layer]() });
  return (
    <Arrival className="set-up-column">
      <Notice tone="done" title={title}>
        {stored > 0 ? m.set_up_stored_advice() : m.set_up_stored_before_advice()}
      </Notice>
      <div className="set-up-acts">
        <Button tone="primary" className="set-up-act" onClick={onNext}>
          {m.set_up_layer_next()}
        </Button>
        <Button className="set-up-act" onClick={onMore}>
          {m.set_up_layer_more()}
        </Button>
      </div>
    </Arrival>
  );
}
