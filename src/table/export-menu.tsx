import './export-menu.css';
import { type FormEvent, useId, useRef, useState } from 'react';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import type { LayerTableProps } from './contract.ts';
import { ENDINGS, FORMATS, type Format, PLACES, type Places } from './files/make-file.ts';
import { useSaveFile } from './save-file.ts';
import type { LayerTableModel } from './use-layer-table.ts';

/** A button that opens the choice of a file; it holds exactly what the table shows, as this person may see it. */
export function ExportMenu({ props, model }: { props: LayerTableProps; model: LayerTableModel }) {
  const id = useId();
  const menu = useRef<HTMLFormElement>(null);
  const [format, setFormat] = useState<Format>('xlsx');
  const [wanted, setPlaces] = useState<Places>('none');
  const { outcome, isSaving, save } = useSaveFile(props, model);
  const system = props.coordinateSystem;
  const offered = PLACES[format].filter((places) => places !== 'plane' || system !== null);
  const places = offered.includes(wanted) ? wanted : (offered[0] ?? 'degrees');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    menu.current?.hidePopover();
    void save(format, places);
  };
  return (
    <>
      <Button className="table-export-button" popoverTarget={id} disabled={isSaving}>
        {isSaving ? m.table_export_making() : m.table_export()}
      </Button>
      <form id={id} ref={menu} popover="auto" className="table-export" onSubmit={submit}>
        <fieldset className="table-export-formats">
          <legend>{m.table_export_format()}</legend>
          {FORMATS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-format`}
                checked={each === format}
                onChange={() => setFormat(each)}
              />
              {FORMAT_WORDS[each]()} <span>.{ENDINGS[each]}</span>
            </label>
          ))}
        </fieldset>
        {offered.length > 1 && (
          <fieldset>
            <legend>{m.table_places()}</legend>
            {offered.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name={`${id}-places`}
                  checked={each === places}
                  onChange={() => setPlaces(each)}
                />
                {each === 'plane' ? system?.name : PLACE_WORDS[each]()}
              </label>
            ))}
          </fieldset>
        )}
        <p className="table-export-hint">{hintOf(format, places, props)}</p>
        <Button tone="primary" type="submit">
          {m.table_export_save()}
        </Button>
      </form>
      <span role="status" className="table-outcome">
        {outcome}
      </span>
    </>
  );
}

const FORMAT_WORDS: Readonly<Record<Format, () => string>> = {
  xlsx: () => 'Excel',
  csv: () => 'CSV',
  shapefile: () => 'Shapefile',
  geojson: () => 'GeoJSON',
  kml: () => 'KML',
  gpx: () => 'GPX',
};

const PLACE_WORDS = { none: m.table_places_none, degrees: m.table_places_degrees } as const;

/** What the file will hold, and what its format cannot. */
function hintOf(format: Format, places: Places, { rows }: LayerTableProps): string {
  const hints = { shapefile: m.table_shapefile_hint, geojson: m.table_geojson_hint, kml: m.table_kml_hint };
  if (format === 'gpx') return m.table_gpx_hint();
  if (format !== 'xlsx' && format !== 'csv') return `${m.table_export_hint()} ${hints[format]()}`;
  if (places === 'none') return m.table_export_hint();
  const arePoints = rows.every(({ geometry }) => geometry.type === 'Point');
  const lines = arePoints ? m.table_places_columns() : m.table_places_corners();
  return places === 'plane' ? `${lines} ${m.table_plane_hint()}` : lines;
}
