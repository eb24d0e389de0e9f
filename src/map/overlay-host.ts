import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Facts, LayerRow } from '../layers/layer.ts';
import type { ShownLayer } from './contract.ts';
import type { DeckOverlay, OverlayPlaces } from './deck-overlay.ts';

/** What lies under the pointer: the layer, and a row's id for a point, null for an area. */
export type OverlayFound = { layer: string; id: string | null; label: string };

/** `onBusy` comes when fetching and drawing begin; `onTrouble` says whether they failed. */
type OverlayEvents = { onBusy: () => void; onTrouble: (trouble: boolean) => void };

/**
 * Keeps the deck.gl overlay of the one shown layer that has one. Neither deck.gl nor the layer's overlay is fetched
 * before; both go when the layer is switched off.
 */
export class OverlayHost {
  #map: MapLibreMap;
  #below: OverlayPlaces;
  #events: OverlayEvents;
  #deck: Promise<DeckOverlay | null> | null = null;
  /** On the map, whether something is drawn on it yet or not. */
  #laid: DeckOverlay | null = null;
  #ready: DeckOverlay | null = null;
  #layer: string | null = null;
  #rows: readonly LayerRow[] | null = null;
  #asOf: string | null = null;
  #turn = 0;
  #drawing = false;

  constructor(map: MapLibreMap, below: OverlayPlaces, events: OverlayEvents) {
    this.#map = map;
    this.#below = below;
    this.#events = events;
  }

  /** Whether something is still to be fetched or drawn. */
  get busy(): boolean {
    return this.#drawing;
  }

  update(shown: readonly ShownLayer[], facts: Facts): void {
    const wanted = shown.find(({ layer }) => layer.overlay);
    if (!wanted) {
      // Whoever waited for a drawing now only waits for the map.
      if (this.#drawing) this.#map.triggerRepaint();
      this.#clear();
      return;
    }
    if (wanted.layer.id === this.#layer && wanted.rows === this.#rows && facts.asOf === this.#asOf) return;
    this.#layer = wanted.layer.id;
    this.#rows = wanted.rows;
    this.#asOf = facts.asOf;
    void this.#draw(wanted, facts);
  }

  find(x: number, y: number, reach: number): OverlayFound | null {
    const found = this.#ready?.find(x, y, reach);
    return found && this.#layer ? { layer: this.#layer, ...found } : null;
  }

  remove(): void {
    this.#clear();
  }

  async #draw({ layer, rows }: ShownLayer, facts: Facts): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#drawing = true;
    this.#events.onBusy();
    let trouble = false;
    try {
      this.#deck ??= this.#fetchDeck();
      // Where both cannot be fetched, the wait below ends with the other's failure, and nobody hears of this one.
      this.#deck.catch(() => undefined);
      const overlay = await layer.overlay?.();
      // Who left meanwhile must not have anything asked for that was theirs.
      if (turn !== this.#turn) return;
      const [deck, drawing] = await Promise.all([this.#deck, overlay?.draw(rows, facts)]);
      // Meanwhile the layer was switched off, or other rows came.
      if (turn !== this.#turn || !deck) return;
      this.#ready = deck;
      if (drawing) await deck.show(drawing);
    } catch {
      trouble = true;
    }
    if (turn !== this.#turn) return;
    this.#drawing = false;
    this.#events.onTrouble(trouble);
    this.#map.triggerRepaint();
  }

  /** Answers null when the layer went before deck.gl came. */
  #fetchDeck(): Promise<DeckOverlay | null> {
    const fetching: Promise<DeckOverlay | null> = import('./deck-overlay.ts').then(
      ({ createDeckOverlay }) => {
        if (this.#deck !== fetching) return null;
        this.#laid = createDeckOverlay(this.#map, this.#below, this.#events.onBusy);
        return this.#laid;
      },
    );
    return fetching;
  }

  #clear(): void {
    if (this.#layer === null) return;
    this.#turn += 1;
    this.#layer = null;
    this.#rows = null;
    this.#drawing = false;
    this.#ready = null;
    this.#events.onTrouble(false);
    this.#deck = null;
    // At once: the map itself may be gone in the next moment.
    this.#laid?.remove();
    this.#laid = null;
  }
}
