import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Editing } from './contract.ts';
import type { GeometryEditor } from './geometry-editor.ts';

/** `onBusy` comes when fetching begins; `onTrouble` says whether the editor could not be fetched. */
type HostEvents = { onBusy: () => void; onTrouble: (trouble: boolean) => void };

/** Fetches the editor (Terra Draw) when something is to be edited, and lets it go after. */
export class EditorHost {
  #map: MapLibreMap;
  #events: HostEvents;
  #editor: GeometryEditor | null = null;
  #wanted: Editing | null = null;
  #fetching = false;
  /** Where a key set a point while the editor was still on its way, in degrees. */
  #awaited: [longitude: number, latitude: number] | null = null;

  constructor(map: MapLibreMap, events: HostEvents) {
    this.#map = map;
    this.#events = events;
  }

  /** Whether the editor is still to be fetched. */
  get busy(): boolean {
    return this.#fetching;
  }

  update(editing: Editing | null): void {
    if (editing === this.#wanted) return;
    this.#wanted = editing;
    if (!editing) this.remove();
    else if (this.#editor) this.#editor.update(editing);
    else void this.#begin();
  }

  /** Sets what is being edited at a place in degrees, where it is a point. */
  place(longitude: number, latitude: number): void {
    if (this.#editor) this.#editor.place(longitude, latitude);
    else if (this.#fetching) this.#awaited = [longitude, latitude];
  }

  remove(): void {
    this.#wanted = null;
    this.#awaited = null;
    this.#editor?.stop();
    this.#editor = null;
  }

  async #begin(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    this.#events.onBusy();
    let trouble = false;
    try {
      const { GeometryEditor } = await import('./geometry-editor.ts');
      // Meanwhile the person may have gone on to something else, or away.
      if (this.#wanted) this.#editor = new GeometryEditor(this.#map, this.#wanted);
      if (this.#awaited) this.#editor?.place(...this.#awaited);
      this.#awaited = null;
    } catch {
      trouble = true;
    }
    this.#fetching = false;
    this.#events.onTrouble(trouble);
    this.#map.triggerRepaint();
  }
}
