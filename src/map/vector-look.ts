import type { FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

type Look = { named: RegExp; area?: string; line?: string; width?: number };

/** Quiet colours for what vector tiles commonly name, lowest first; what is not named here stays paper. */
const LOOKS: readonly Look[] = [
  { named: /wood|forest|park|green|landcover|landuse|vegetation/i, area: '#e9efdf' },
  { named: /water|ocean|river|lake/i, area: '#d7e4ec', line: '#b9d0de', width: 1.2 },
  { named: /building/i, area: '#e6dfd1' },
  { named: /rail/i, line: '#b9b1a1', width: 1 },
  { named: /road|street|transport|highway/i, line: '#d3cbb9', width: 1.4 },
];

const AREAS: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const LINES: FilterSpecification = ['==', ['geometry-type'], 'LineString'];

function layersOf(source: string, name: string, { area, line, width = 1 }: Look): LayerSpecification[] {
  const layers: LayerSpecification[] = [];
  if (area)
    layers.push({
      id: `${source}:${name}-area`,
      type: 'fill',
      source,
      'source-layer': name,
      filter: AREAS,
      paint: { 'fill-color': area },
    });
  if (line)
    layers.push({
      id: `${source}:${name}-line`,
      type: 'line',
      source,
      'source-layer': name,
      filter: LINES,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': line,
        'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 10, width * 0.5, 18, width * 6],
      },
    });
  return layers;
}

/** Style layers for the vector layers of a tile file, chosen by their names; each name is drawn once. */
export function vectorLook(source: string, names: readonly string[]): LayerSpecification[] {
  return LOOKS.flatMap((look) =>
    names
      .filter((name) => LOOKS.find(({ named }) => named.test(name)) === look)
      .flatMap((name) => layersOf(source, name, look)),
  );
}
