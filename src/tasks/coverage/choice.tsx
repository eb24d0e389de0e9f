import { useId } from 'react';
import { KINDS, kindText } from '../../layers/waste-points/words.ts';
import { m } from '../../messages/generated/messages.js';
import { CheckField } from '../../ui/check-field.tsx';
import { length } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { LIMITS } from '../../view/limits.ts';
import type { Reach } from '../../view/view.ts';
import type { ServingLayer } from './index.tsx';
import { kindNamesOf } from './words.ts';

/** Metres between two stops of the slider. */
const STEP = 50;

/** Around which points, and how far. */
export function CoverageChoice({
  layers,
  reach,
  radius,
  onReach,
  onMove,
  onRest,
}: {
  layers: readonly ServingLayer[];
  reach: Reach;
  /** Metres that the slider shows. */
  radius: number;
  onReach: (reach: Reach) => void;
  onMove: (radius: number) => void;
  onRest: () => void;
}) {
  const slider = useId();
  const choose = (kind: string, isOn: boolean) => {
    const chosen = reach.kinds.length === 0 ? KINDS.map(String) : reach.kinds;
    const kinds = KINDS.filter((one) => (one === kind ? isOn : chosen.includes(one)));
    if (kinds.length > 0) onReach({ ...reach, kinds: kinds.length === KINDS.length ? [] : kinds });
  };
  const current = layers.find(({ id }) => id === reach.layer);
  const kindNames = kindNamesOf(reach.kinds);
  return (
    <div className="coverage-choice">
      <details>
        <summary>
          <span>
            {current?.title}
            {kindNames.length > 0 && <span className="coverage-quiet"> · {kindNames.join(', ')}</span>}
          </span>
          <Icon name="down" />
        </summary>
        <label className="coverage-layer">
          <span>{m.coverage_around()}</span>
          <select
            value={reach.layer}
            onChange={(event) => onReach({ ...reach, layer: event.target.value, kinds: [] })}
          >
            {layers.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {reach.layer === 'waste-points' && (
          <fieldset className="coverage-kinds">
            <legend>{m.coverage_kinds()}</legend>
            {KINDS.map((kind) => (
              <CheckField
                key={kind}
                label={kindText(kind)}
                checked={reach.kinds.length === 0 || reach.kinds.includes(kind)}
                onChange={(isOn) => choose(kind, isOn)}
              />
            ))}
          </fieldset>
        )}
      </details>
      <div className="coverage-radius">
        <label htmlFor={slider}>{m.coverage_radius()}</label>
        <output htmlFor={slider}>{length(radius)}</output>
        <input
          id={slider}
          type="range"
          min={LIMITS.reach.least}
          max={LIMITS.reach.most}
          step={STEP}
          value={radius}
          aria-valuetext={length(radius)}
          onChange={(event) => onMove(Number(event.target.value))}
          onPointerUp={onRest}
          onKeyUp={onRest}
          onBlur={onRest}
        />
      </div>
    </div>
  );
}
