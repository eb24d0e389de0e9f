import './placing-panel.css';
import { useId } from 'react';
import { m } from '../../messages/generated/messages.js';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Placing, ShownReading } from './file/read-file.ts';
import { oddityWords, systemName } from './placing-words.ts';

/** How the file's coordinates were read, what is odd about that, and how else they may be meant. */
export function PlacingPanel({
  placing,
  hasCommune,
  locked = false,
  onPlace,
}: {
  placing: Placing;
  /** Whether positions were compared with a commune, or with the country alone. */
  hasCommune: boolean;
  locked?: boolean;
  onPlace: (key: string) => void;
}) {
  const { readings, chosen, asks } = placing;
  const current = readings.find(({ key }) => key === chosen);
  if (!current) return null;
  const odd = current.oddities.map((oddity) => oddityWords(oddity, current));
  // Degrees without anything odd, as nearly every file has them, are not worth a word.
  if (!asks && current.kind === 'degrees' && odd.length === 0 && readings.length < 2) return null;
  const others = readings.length > 1 && (
    <Choices {...{ readings, chosen: asks ? null : chosen, hasCommune, locked, onPlace }} />
  );
  if (asks) {
    return (
      <section className="placing">
        <Notice tone="warning" title={m.set_up_place_ask()}>
          {hasCommune ? m.set_up_place_ask_advice() : m.set_up_place_ask_zone()}
        </Notice>
        {others}
      </section>
    );
  }
  return (
    <section className="placing">
      <Notice
        tone={odd.length > 0 ? 'warning' : undefined}
        title={m.set_up_place_read({ system: systemName(current) })}
      >
        {odd.length > 0 ? m.set_up_place_odd({ oddities: odd.join('; ') }) : m.set_up_place_look()}
      </Notice>
      {others && (
        <details className="placing-others">
          <summary>{m.set_up_place_others()}</summary>
          {others}
        </details>
      )}
    </section>
  );
}

function Choices({
  readings,
  chosen,
  hasCommune,
  locked,
  onPlace,
}: {
  readings: readonly ShownReading[];
  chosen: string | null;
  hasCommune: boolean;
  locked: boolean;
  onPlace: (key: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className="set-up-choices" disabled={locked}>
      <legend>{m.set_up_place_which()}</legend>
      {readings.map((reading) => (
        <label key={reading.key} className="set-up-choice">
          <input
            type="radio"
            name={name}
            checked={reading.key === chosen}
            onChange={() => onPlace(reading.key)}
          />
          <span>
            {systemName(reading)}
            <span className="placing-note">
              {[
                ...(hasCommune
                  ? [m.set_up_place_inside({ percent: number(Math.floor(reading.inside * 100)) })]
                  : []),
                ...reading.oddities.map((oddity) => oddityWords(oddity, reading)),
              ].join(' · ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
