import './finish-step.css';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { Commune } from './layers-stage.tsx';
import { LOADABLE, type Loadable } from './matching/layer-fields.ts';
import { Page } from './page.tsx';
import type { RailStep } from './step-rail.tsx';
import { layerNames } from './words.ts';

/** What the commune has now, and the way to its map. */
export function FinishStep({
  steps,
  commune,
  counts,
  onDone,
}: {
  steps: readonly RailStep[];
  commune: Pick<Commune, 'name' | 'is_sample'>;
  counts: Record<Loadable, number>;
  onDone: () => void;
}) {
  return (
    <Page
      steps={steps}
      title={m.set_up_finish_title({ commune: commune.name })}
      lead={m.set_up_finish_lead()}
      isSample={commune.is_sample}
    >
      <ul className="set-up-counts">
        {LOADABLE.map((layer) => (
          <li key={layer}>
            <StateSymbol state={counts[layer] > 0 ? 'met' : 'not_reported'} size={26} />
            <span>{layerNames[layer]()}</span>
            <strong>{counts[layer] > 0 ? number(counts[layer]) : m.layers_no_data()}</strong>
          </li>
        ))}
      </ul>
      <div className="set-up-acts">
        <Button tone="primary" className="set-up-act" onClick={onDone}>
          {m.set_up_open_map()}
        </Button>
      </div>
    </Page>
  );
}
