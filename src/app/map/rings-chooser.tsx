import './rings-chooser.css';
import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LIMITS } from '../../view/limits.ts';
import type { Owner } from './use-indicators.ts';

/** Which indicators every hamlet shows as rings: four at most, and the fifth is told why not. */
export function RingsChooser({
  owners,
  rings,
  onChange,
}: {
  owners: readonly Owner[];
  rings: readonly string[];
  onChange: (rings: readonly string[]) => void;
}) {
  const [isFull, setFull] = useState(false);
  const choose = (code: string) => {
    const isOn = rings.includes(code);
    const hasRoom = isOn || rings.length < LIMITS.rings;
    setFull(!hasRoom);
    if (hasRoom) onChange(isOn ? rings.filter((each) => each !== code) : [...rings, code]);
  };
  return (
    <details className="rings-chooser">
      <summary>
        <span>{m.indicators_rings()}</span>
        <small>
          {rings.length === 0 ? m.indicators_rings_none() : m.indicators_rings_count({ count: rings.length })}
        </small>
        <Icon name="down" />
      </summary>
      <fieldset>
        <legend className="visually-hidden">{m.indicators_rings_choose()}</legend>
        {owners
          .flatMap(({ indicators }) => indicators)
          .sort((one, other) => one.sort_order - other.sort_order)
          .map(({ code, name }) => (
            <label key={code}>
              <input type="checkbox" checked={rings.includes(code)} onChange={() => choose(code)} />
              {name[getLocale()]}
            </label>
          ))}
        <p role="status" className="rings-chooser-full">
          {isFull && m.indicators_rings_full()}
        </p>
        {rings.length > 0 && (
          <Button
            tone="quiet"
            onClick={() => {
              setFull(false);
              onChange([]);
            }}
          >
            {m.indicators_rings_clear()}
          </Button>
        )}
      </fieldset>
    </details>
  );
}
