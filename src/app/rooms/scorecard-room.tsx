import { planDaysUntil, planMonthEnds } from '../../data/plan-months.ts';
import { layers } from '../../layers/registry.ts';
import { m } from '../../messages/generated/messages.js';
import { usePath, useView } from '../../view/use-view.ts';
import { useModule } from '../connection/use-module.ts';
import { DateBar } from '../map/date-bar.tsx';
import { isLayerOn } from '../map/layer-rows.ts';
import { useIsNarrow } from '../map/use-is-narrow.ts';
import { useToday } from '../map/use-today.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/scorecard/index.tsx');
const loadSlider = () => import('../map/time-slider.tsx');

/** What the link calls an open figure: a form about an indicator and a hamlet. */
const EVIDENCE = 'evidence';

/** The scorecard: whoever sees the commune's map may read it. */
export function ScorecardRoom(props: RoomProps) {
  const { person, commune } = props.place;
  const [view, change] = useView();
  const [, go] = usePath();
  const now = useToday();
  const isNarrow = useIsNarrow();
  const { module, failed } = useModule(load, true);
  const { module: slider } = useModule(loadSlider, true);
  const isOpen = view.form?.act === EVIDENCE && view.form.id !== null;
  const open = isOpen && view.form?.id ? { indicator: view.form.layer, hamletId: view.form.id } : null;
  const showFeature = (feature: { layer: string; id: string }, inTable: boolean) => {
    const on = layers.filter((layer) => layer.id === feature.layer || isLayerOn(layer, view.layers));
    // The step back leads to the open figure.
    go('/');
    change(
      {
        form: null,
        selection: feature,
        camera: null,
        table: inTable ? feature.layer : null,
        filters: { ...view.filters, [feature.layer]: {} },
        layers: layers.every((layer) => layer.onAtFirst === on.includes(layer))
          ? null
          : on.map(({ id }) => id),
      },
      { replace: true },
    );
  };
  const begun = planDaysUntil(now);
  return (
    <RoomFrame
      {...props}
      title={m.scorecard_title()}
      lead={m.scorecard_lead()}
      failed={failed}
      onLeave={() => {
        if (open) change({ form: null }, { replace: true });
        props.onLeave();
      }}
    >
      {module && (
        <module.default
          key={person + commune.id}
          person={person}
          communeId={commune.id}
          communeName={commune.name}
          isSample={commune.is_sample}
          asOf={view.asOf ?? now}
          months={{ first: planMonthEnds[0] ?? now, last: begun.at(-1) ?? now }}
          indicator={view.indicator}
          open={open}
          isNarrow={isNarrow}
          time={(isHere, fetchAhead) => (
            <div className="scorecard-time">
              <DateBar asOf={view.asOf} onChange={(asOf) => change({ asOf })} />
              <div className="scorecard-slider">
                {slider && (
                  <slider.default
                    asOf={view.asOf}
                    isHere={isHere}
                    onChange={(asOf, options) => change({ asOf }, options)}
                    onNear={fetchAhead}
                  />
                )}
              </div>
            </div>
          )}
          onIndicator={(indicator) => change({ indicator }, { replace: true })}
          onOpen={(figure) => {
            const form = figure && { act: EVIDENCE, layer: figure.indicator, id: figure.hamletId };
            change({ form }, { replace: figure === null });
          }}
          onMap={(feature) => showFeature(feature, false)}
          onTable={(feature) => showFeature(feature, true)}
        />
      )}
    </RoomFrame>
  );
}
