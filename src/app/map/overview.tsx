import './overview.css';
import { m } from '../../messages/generated/messages.js';
import { Chips } from '../../panel/chips.tsx';
import { LayerList } from '../../panel/layer-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Switch } from '../../ui/switch.tsx';
import { FIRST_VIEW } from '../../view/view.ts';
import { LanguageSwitch } from '../language-switch.tsx';
import { AnswerPart } from './answer-part.tsx';
import { ChangePart } from './change-part.tsx';
import { CompareBar } from './compare-bar.tsx';
import { DateBar } from './date-bar.tsx';
import { LayerFaults } from './layer-faults.tsx';
import { RingsChooser } from './rings-chooser.tsx';
import { useIndicators } from './use-indicators.ts';
import type { MapPageModel } from './use-map-page.ts';

/** The column that is read first: the day, the answer, who needs a push, the layers. */
export function Overview({
  page,
  isAfterFirstScreen,
  showsFilters,
  onHover,
  onScorecard,
  onReach,
  onPrint,
}: {
  page: MapPageModel;
  isAfterFirstScreen: boolean;
  /** Whether the filters are open and say themselves what is chosen. */
  showsFilters: boolean;
  onHover: (hamletId: string | null) => void;
  onScorecard: () => void;
  /** Opens what is within reach of points. */
  onReach: () => void;
  /** Puts what is shown on paper. */
  onPrint: () => void;
}) {
  const { view, change, facts, layers } = page;
  const owners = useIndicators(page, isAfterFirstScreen);
  const hamletsFailed = layers.some(({ layer, fault }) => layer.id === 'hamlets' && fault);
  return (
    <section className="overview" aria-label={m.shell_overview()}>
      <DateBar asOf={view.asOf} onChange={(asOf) => change({ asOf })} />
      <CompareBar
        asOf={facts.asOf}
        compareTo={view.compareTo}
        onChange={(compareTo) => change({ compareTo })}
      />
      <LayerFaults layers={layers} also={page.figuresFault} />
      {!hamletsFailed && (
        <>
          <AnswerPart page={page} isAfterFirstScreen={isAfterFirstScreen} owners={owners} onHover={onHover} />
          <Button tone="quiet" className="overview-scorecard" onClick={onScorecard}>
            {m.scorecard_open()}
            <Icon name="forward" />
          </Button>
        </>
      )}
      <ChangePart page={page} />
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
        {owners && (
          <RingsChooser owners={owners} rings={view.rings} onChange={(rings) => change({ rings })} />
        )}
        {!view.reach && (
          <Button tone="quiet" className="overview-scorecard" onClick={onReach}>
            {m.coverage_open()}
            <Icon name="forward" />
          </Button>
        )}
        <Button tone="quiet" className="overview-scorecard" onClick={onPrint}>
          {m.print_title()}
          <Icon name="print" />
        </Button>
      </section>
      <footer className="overview-foot">
        <span>{m.app_name()}</span>
        <LanguageSwitch />
      </footer>
    </section>
  );
}
