import './indicator-chooser.css';
import type { Indicator } from '../../data/progress.ts';
import { PLAN_INDICATOR } from '../../layers/hamlets/progress.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import type { Owner } from './use-indicators.ts';

/** Which indicator the card, the map and the table speak of, by who answers for it. `owners` null: still coming. */
export function IndicatorChooser({
  owners,
  chosen,
  onChoose,
}: {
  owners: readonly Owner[] | null;
  chosen: string;
  onChoose: (indicator: string) => void;
}) {
  const isKnown = owners?.some(({ indicators }) => indicators.some(({ code }) => code === chosen)) ?? false;
  return (
    <select
      className="indicator-chooser"
      aria-label={m.indicators_choose()}
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      {!isKnown && (
        <option value={chosen}>
          {chosen === PLAN_INDICATOR
            ? m.layers_hamlets_progress()
            : owners === null
              ? m.shell_loading()
              : m.indicators_unknown()}
        </option>
      )}
      {owners?.map(({ name, indicators }) => (
        <optgroup key={name} label={name}>
          {indicators.map((indicator) => (
            <option key={indicator.code} value={indicator.code}>
              {optionText(indicator)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** The plan's own number keeps the name that it has before the list is here. */
function optionText({ code, name }: Indicator): string {
  return code === PLAN_INDICATOR ? m.layers_hamlets_progress() : name[getLocale()];
}
