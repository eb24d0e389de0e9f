import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Arrival } from './arrival.tsx';
import type { Stored } from './importing/server.ts';
import type { Loadable } from './matching/layer-fields.ts';
import { layerNames } from './words.ts';

/** What was stored, and where to go on. */
export function LayerDone({
  layer,
  stored,
  onNext,
  onMore,
}: {
  layer: Loadable;
  stored: Stored;
  onNext: () => void;
  onMore: () => void;
}) {
  const { added, updated, skipped } = stored;
  const parts = [
    ...(added > 0 ? [m.import_added({ rows: number(added) })] : []),
    ...(updated > 0 ? [m.import_updated({ rows: number(updated) })] : []),
    ...(skipped > 0 ? [m.import_skipped({ rows: number(skipped) })] : []),
  ];
  return (
    <Arrival className="set-up-column">
      <Notice tone="done" title={m.import_done({ layer: layerNames[layer](), what: parts.join(', ') })}>
        {m.import_done_advice()}
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
