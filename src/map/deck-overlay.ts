import { PolygonLayer, ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { OverlayColor, OverlayDrawing } from '../layers/layer.ts';
import { EVERYTHING, SiftExtension, type SiftProps } from './sift-extension.ts';

type Outline = OverlayDrawing['outlines'][number];
type Area = OverlayDrawing['areas'][number];
type Spot = OverlayDrawing['points'][number];

/** What lies under the pointer: a row's id for a point, null for an area. */
type DeckFound = { id: string | null; label: string };

/** Style layers below which areas and points are drawn. */
export type OverlayPlaces = { areas: string; points: string };

export type DeckOverlay = {
  /** Resolves when it is on the map. */
  show: (drawing: OverlayDrawing) => Promise<void>;
  find: (x: number, y: number, radius: number) => DeckFound | null;
  remove: () => void;
};

const WHITE: [number, number, number, number] = [255, 255, 255, 235];
const sifting = [new SiftExtension()];
const tuple = (color: OverlayColor): [number, number, number, number] => [...color];

/**
 * Draws with deck.gl on a map that has loaded: areas and points each below a style layer that is always there.
 * `onBusy` comes when other points are wanted, before they are drawn.
 */
export function createDeckOverlay(map: MapLibreMap, below: OverlayPlaces, onBusy: () => void): DeckOverlay {
  // Asked for what lies somewhere before it has begun, or after it ended, deck.gl throws.
  let begun = false;
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    onLoad: () => {
      begun = true;
    },
  });
  map.addControl(overlay);
  let drawing: OverlayDrawing | null = null;
  let showsPoints = false;
  let removed = false;
  const common = {
    pickable: true,
    // MapLibre's opaque areas leave depths behind that would hide what is drawn flat above them.
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
  } as const;
  // Deck.gl's own types do not know what its bridge to the map adds.
  const areaPlace = { beforeId: below.areas };
  const pointPlace = { beforeId: below.points };

  let stopSifting = () => {};
  const wanted = () => drawing?.sift?.wanted() ?? null;
  const wantsPoints = () =>
    drawing !== null && (map.getZoom() >= drawing.pointsFromZoom || wanted() !== null);
  const layersOf = ({ areas, outlines, points, sift }: OverlayDrawing) => [
    new PolygonLayer<Area>({
      ...common,
      ...areaPlace,
      id: 'overlay-areas',
      data: areas,
      getPolygon: ({ geometry }) => geometry.coordinates as [number, number][][],
      getFillColor: ({ color }) => tuple(color),
      getLineColor: WHITE,
      getLineWidth: 1,
      lineWidthUnits: 'pixels',
      opacity: showsPoints ? 0.45 : 0.9,
    }),
    new PolygonLayer<Outline>({
      ...common,
      ...areaPlace,
      id: 'overlay-outlines',
      data: outlines,
      pickable: false,
      filled: false,
      getPolygon: ({ geometry }) => geometry.coordinates as [number, number][][],
      getLineColor: ({ color }) => tuple(color),
      getLineWidth: ({ width }) => width,
      lineWidthUnits: 'pixels',
      lineJointRounded: true,
    }),
    new ScatterplotLayer<Spot, SiftProps>({
      ...common,
      ...pointPlace,
      id: 'overlay-points',
      data: points,
      visible: showsPoints,
      getPosition: ({ geometry }) => geometry.coordinates as [number, number],
      getRadius: 5,
      radiusUnits: 'pixels',
      getFillColor: ({ color, hollow }) => (hollow ? WHITE : tuple(color)),
      getLineColor: ({ color, hollow }) => (hollow ? tuple(color) : WHITE),
      stroked: true,
      getLineWidth: 1.6,
      lineWidthUnits: 'pixels',
      extensions: sifting,
      getSifted: (_, { index, target }) => {
        for (const place of [0, 1, 2]) target[place] = sift?.values[3 * index + place] ?? 0;
        return target;
      },
      wanted: wanted() ?? EVERYTHING,
    }),
  ];
  const render = () => {
    showsPoints = wantsPoints();
    overlay.setProps({ layers: drawing ? layersOf(drawing) : [] });
  };
  const siftAgain = () => {
    onBusy();
    render();
  };
  const zoomed = () => {
    if (wantsPoints() !== showsPoints) render();
  };
  map.on('zoom', zoomed);
  return {
    show: async (next) => {
      // While the style is loading, the bridge forgets where between the style layers it should draw.
      while (!removed && !map.isStyleLoaded()) {
        map.triggerRepaint();
        await map.once('idle');
      }
      if (removed) return;
      stopSifting();
      drawing = next;
      stopSifting = next.sift?.onChange(siftAgain) ?? (() => {});
      render();
    },
    find: (x, y, radius) => {
      if (!begun || removed) return null;
      const found: { object?: unknown } | null = overlay.pickObject({ x, y, radius });
      const object = found?.object as Area | Spot | undefined;
      return object ? { id: 'id' in object ? object.id : null, label: object.label } : null;
    },
    remove: () => {
      removed = true;
      stopSifting();
      map.off('zoom', zoomed);
      map.removeControl(overlay);
    },
  };
}
