import { PolygonLayer, ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { OverlayColor, OverlayDrawing } from '../layers/layer.ts';

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
const tuple = (color: OverlayColor): [number, number, number, number] => [...color];

/**
 * Draws with deck.gl on a map that has loaded: areas and points each below a style layer that is always there.
 */
export function createDeckOverlay(map: MapLibreMap, below: OverlayPlaces): DeckOverlay {
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
  let near = false;
  let removed = false;
  const common = {
    pickable: true,
    // MapLibre's opaque areas leave depths behind that would hide what is drawn flat above them.
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
  } as const;
  // Deck.gl's own types do not know what its bridge to the map adds.
  const areaPlace = { beforeId: below.areas };
  const pointPlace = { beforeId: below.points };

  const isNear = () => drawing !== null && map.getZoom() >= drawing.pointsFromZoom;
  const layersOf = ({ areas, outlines, points }: OverlayDrawing) => [
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
      opacity: near ? 0.45 : 0.9,
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
    new ScatterplotLayer<Spot>({
      ...common,
      ...pointPlace,
      id: 'overlay-points',
      data: points,
      visible: near,
      getPosition: ({ geometry }) => geometry.coordinates as [number, number],
      getRadius: 5,
      radiusUnits: 'pixels',
      getFillColor: ({ color, hollow }) => (hollow ? WHITE : tuple(color)),
      getLineColor: ({ color, hollow }) => (hollow ? tuple(color) : WHITE),
      stroked: true,
      getLineWidth: 1.6,
      lineWidthUnits: 'pixels',
    }),
  ];
  const render = () => {
    near = isNear();
    overlay.setProps({ layers: drawing ? layersOf(drawing) : [] });
  };
  const zoomed = () => {
    if (isNear() !== near) render();
  };
  map.on('zoom', zoomed);
  return {
    show: async (next) => {
      // While the style is loading, the bridge forgets where between the style layers it should draw.
      while (!removed && !map.isStyleLoaded()) {
        map.triggerRepaint();
        await map.once('idle');
      }
      drawing = next;
      if (!removed) render();
    },
    find: (x, y, radius) => {
      if (!begun || removed) return null;
      const found: { object?: unknown } | null = overlay.pickObject({ x, y, radius });
      const object = found?.object as Area | Spot | undefined;
      return object ? { id: 'id' in object ? object.id : null, label: object.label } : null;
    },
    remove: () => {
      removed = true;
      map.off('zoom', zoomed);
      map.removeControl(overlay);
    },
  };
}
