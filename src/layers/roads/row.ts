import type { MultiLineString } from 'geojson';

export type RoadClass = 'national' | 'provincial' | 'district' | 'commune' | 'hamlet' | 'alley' | 'field';

/** One ordinary road at the end of a day (`public.roads_at`); length in metres on the ellipsoid. */
export type RoadRow = {
  id: string;
  name: string | null;
  class: RoadClass;
  valid_from: string;
  valid_to: string | null;
  length_m: number;
  geometry: MultiLineString;
};
