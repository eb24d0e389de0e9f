import './legend-card.css';
import { useState } from 'react';
import type { Facts } from '../layers/layer.ts';
import { m } from '../messages/generated/messages.js';
import { day, instant } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import type { LayerState } from './layer-state.ts';

/** More would cover the map; each of the others is one press away. */
const OPEN_AT_FIRST = 2;

/** What the map shows: what, in which unit, on which day, from where. One part for each layer that is on. */
export function LegendCard({
  layers,
  facts,
  indicator,
  source,
  figuresAt,
  isOpen,
  onOpen,
}: {
  layers: readonly LayerState[];
  facts: Facts;
  indicator: string | null;
  source: string;
  /** When it was asked of the system; null while it is not here. */
  figuresAt: Date | null;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}) {
  const on = layers.filter(({ isOn, isAllowed }) => isOn && isAllowed);
  if (on.every(({ all }) => all === null)) return null;
  return (
    <details className="legend-card" open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>
        {m.panel_legend()}
        <Icon name="down" />
      </summary>
      <div className="legend-card-body">
        {on.map(
          (state, index) =>
            state.all !== null && (
              <LayerLegend
                key={state.layer.id}
                state={state}
                facts={facts}
                indicator={indicator}
                opensAtFirst={index < OPEN_AT_FIRST}
              />
            ),
        )}
        <p className="legend-card-source">
          {m.panel_source({ source, date: day(facts.asOf) })}
          {figuresAt && (
            <>
              <br />
              {m.panel_figures_at({ instant: instant(figuresAt.toISOString()) })}
            </>
          )}
        </p>
      </div>
    </details>
  );
}

function LayerLegend({
  state,
  facts,
  indicator,
  opensAtFirst,
}: {
  state: LayerState;
  facts: Facts;
  indicator: string | null;
  opensAtFirst: boolean;
}) {
  const [isOpen, setOpen] = useState(opensAtFirst);
  const { Legend } = state.layer;
  return (
    <details className="legend-layer" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {state.layer.title()}
        <Icon name="down" />
      </summary>
      <Legend rows={state.rows} facts={facts} indicator={indicator} />
    </details>
  );
}
