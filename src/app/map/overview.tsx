import './overview.css';
import { AnswerCard } from '../../layers/hamlets/answer-card.tsx';
import { PushList } from '../../layers/hamlets/push-list.tsx';
import { m } from '../../messages/generated/messages.js';
import { Chips } from '../../panel/chips.tsx';
import { LayerList } from '../../panel/layer-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Switch } from '../../ui/switch.tsx';
import { FIRST_VIEW } from '../../view/view.ts';
import { LanguageSwitch } from '../language-switch.tsx';
import { DateBar } from './date-bar.tsx';
import { LayerFaults } from './layer-faults.tsx';
import { useAnswerBefore } from './use-answer-before.ts';
import type { MapPageModel } from './use-map-page.ts';

/** The column that is read first: the day, the answer, who needs a push, the layers. */
export function Overview({
  page,
  isAfterFirstScreen,
  showsFilters,
  onHover,
  onScorecard,
}: {
  page: MapPageModel;
  isAfterFirstScreen: boolean;
  /** Whether the filters are open and say themselves what is chosen. */
  showsFilters: boolean;
  onHover: (hamletId: string | null) => void;
  onScorecard: () => void;
}) {
  const { view, change, facts, hamlets, layers } = page;
  const before = useAnswerBefore(page, facts.asOf, isAfterFirstScreen);
  const selectedId = view.selection?.layer === 'hamlets' ? view.selection.id : null;
  const hamletsFailed = layers.some(({ layer, fault }) => layer.id === 'hamlets' && fault);
  return (
    <section className="overview" aria-label={m.shell_overview()}>
      <DateBar asOf={view.asOf} onChange={(asOf) => change({ asOf })} />
      <LayerFaults layers={layers} />
      {!hamletsFailed && (
        <>
          <AnswerCard rows={hamlets} before={before} shownDay={page.comingDay === null ? null : facts.asOf} />
          <PushList
            rows={hamlets}
            facts={facts}
            selectedId={selectedId}
            onSelect={(id) => change({ selection: id === null ? null : { layer: 'hamlets', id } })}
            onHover={onHover}
          />
          <Button tone="quiet" className="overview-scorecard" onClick={onScorecard}>
            {m.scorecard_open()}
            <Icon name="forward" />
          </Button>
        </>
      )}
      <section>
        <h2 className="overview-heading">{m.panel_layers()}</h2>
        {!showsFilters && (
          <Chips
            layers={layers}
            facts={facts}
            onFilter={page.filters.onFilter}
            onClearAll={page.filters.onClearAll}
          />
        )}
        <LayerList layers={layers} onSwitch={page.switchLayer} />
        <Switch
          checked={view.indicator !== null}
          onChange={(isOn) => change({ indicator: isOn ? FIRST_VIEW.indicator : null })}
        >
          {m.layers_hamlets_on_map()}
        </Switch>
      </section>
      <footer className="overview-foot">
        <span>{m.app_name()}</span>
        <LanguageSwitch />
      </footer>
    </section>
  );
}
