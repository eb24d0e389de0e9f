import './scene-stage.css';
import { useEffect, useMemo, useState } from 'react';
import type { Bounds } from '../../geo/bounds.ts';
import { layers } from '../../layers/registry.ts';
import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import type { View } from '../../view/view.ts';
import { isLayerOn } from '../map/layer-rows.ts';
import { MapStage } from '../map/map-stage.tsx';
import { type MapPageModel, type Place, useMapPage } from '../map/use-map-page.ts';

/** Names on the map are as large as a hall needs when a screen 600 pixels high would be enlarged to this one. */
const READ_FROM_HEIGHT = 600;
const READ_FROM_WIDTH = 1067;

/**
 * What is not shown to a hall: what only some may see stays out whoever presents, because the others in the room
 * would see it too.
 */
function shownLayers(view: View): readonly string[] {
  return layers.filter((layer) => !layer.restriction && isLayerOn(layer, view.layers)).map(({ id }) => id);
}

/** The map of a scene with its legend, and what of it is not there any more. */
export function SceneStage({ place, view, bounds }: { place: Place; view: View; bounds: Bounds }) {
  const scale = useScreenScale();
  const shown = useMemo(() => ({ ...view, layers: shownLayers(view) }), [view]);
  const model = useMapPage(place, shown);
  // A hall looks and presses nothing: the link stays what it is.
  const page = { ...model, change: () => undefined };
  const presented = useMemo(() => ({ ground: bounds, scale }), [bounds, scale]);
  return (
    <div className="scene-stage">
      <div className="scene-stage-map">
        <MapStage
          key={scale}
          page={page}
          wanted
          isNarrow={false}
          showsLegend={false}
          hover={null}
          editing={null}
          hasForm={false}
          presented={presented}
        />
        <Missing page={page} view={view} />
      </div>
      <SceneLegend page={page} />
    </div>
  );
}

function SceneLegend({ page }: { page: MapPageModel }) {
  const { commune } = page;
  const source = commune.is_sample
    ? m.shell_sample_source()
    : (commune.boundary_source ?? m.shell_source_not_recorded());
  const on = page.layers.filter(({ isOn, isAllowed, all }) => isOn && isAllowed && all !== null);
  return (
    <section className="scene-legend" aria-label={m.panel_legend()}>
      {on.map(({ layer, rows }) => (
        <div key={layer.id}>
          <h2>{layer.title()}</h2>
          <layer.Legend rows={rows} facts={page.facts} indicator={page.view.indicator} />
        </div>
      ))}
      <p>{m.meetings_source({ source, date: day(page.facts.asOf) })}</p>
    </section>
  );
}

/** Says plainly what a scene named and what cannot be shown; the rest is shown. */
function Missing({ page, view }: { page: MapPageModel; view: View }) {
  const known = new Map(layers.map((layer) => [layer.id, layer]));
  const gone = (view.layers ?? []).filter((id) => !known.has(id));
  const closed = layers.filter((layer) => layer.restriction && isLayerOn(layer, view.layers));
  const picked = page.layers.find(({ layer }) => layer.id === view.selection?.layer);
  const isPickGone =
    picked?.all != null && picked.isOn && !picked.all.some(({ id }) => id === view.selection?.id);
  const failed = page.layers.filter(({ isOn, fault, all }) => isOn && fault && all === null);
  const words = [
    ...gone.map((id) => m.meetings_layer_gone({ layer: id })),
    ...closed.map((layer) => m.meetings_layer_closed({ layer: layer.title() })),
    ...failed.map(({ layer }) => m.meetings_layer_failed({ layer: layer.title() })),
    ...(isPickGone && picked ? [m.meetings_picked_gone({ layer: picked.layer.title() })] : []),
  ];
  if (words.length === 0) return null;
  return (
    <ul className="scene-missing" data-over-map>
      {words.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function useScreenScale(): number {
  const [scale, setScale] = useState(scaleNow);
  useEffect(() => {
    const measure = () => setScale(scaleNow());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return scale;
}

function scaleNow(): number {
  const fitting = Math.min(window.innerHeight / READ_FROM_HEIGHT, window.innerWidth / READ_FROM_WIDTH);
  return Math.round(10 * Math.max(1.2, Math.min(3, fitting))) / 10;
}
