import type { Position } from 'geojson';
import { m } from '../../messages/generated/messages.js';
import { hectares } from '../../ui/format.ts';
import type { PlaceRow } from './server.ts';

/** Where another point would reach most, the best first; pressed, the map goes there. */
export function BestPlaces({
  places,
  names,
  onPlace,
}: {
  /** Null while they are on their way. */
  places: readonly PlaceRow[] | null;
  names: ReadonlyMap<string, string>;
  onPlace: (place: Position) => void;
}) {
  return (
    <section className="coverage-places" aria-busy={places === null}>
      <h3>{m.coverage_places()}</h3>
      <p className="coverage-quiet">{m.coverage_places_lead()}</p>
      {places?.length === 0 && <p>{m.coverage_places_none()}</p>}
      <ol>
        {places?.map((place) => (
          <li key={place.rank}>
            <button type="button" onClick={() => onPlace(place.geometry.coordinates)}>
              <span className="coverage-rank" aria-hidden="true">
                {place.rank}
              </span>
              <span>{names.get(place.hamlet_id ?? '') ?? m.coverage_place_outside()}</span>
              <span className="coverage-quiet">{m.coverage_place({ area: hectares(place.adds_m2) })}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
