import type { Facts, Layer, LayerRow } from '../layers/layer.ts';
import type { CoordinateSystem } from './files/coordinate-system.ts';

/** What the shell hands to the table of one layer (default export of `layer-table.tsx`). */
export type LayerTableProps<Row extends LayerRow = LayerRow> = {
  layer: Layer<Row>;
  /** Already filtered by the layer's filters. */
  rows: readonly Row[];
  /** How many rows the layer has without any filter. */
  total: number;
  facts: Facts;
  /** When what the screen shows was asked of the system; told in the exported workbook. */
  figuresAt: Date | null;
  /** How many of the layer's filters are chosen; told in the exported workbook. */
  filterCount: number;
  /** Clears the layer's filters; offered when they let no row through. */
  onClearFilters: () => void;
  /** The commune is the sample commune; told in the exported workbook. */
  isSample: boolean;
  /** Name and office of who looks; signs the files of layers that ask for it. */
  viewer: string;
  /** The plane that the commune's surveyors measure in; null while it is not known yet. */
  coordinateSystem: CoordinateSystem | null;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
  onClose: () => void;
};
