import { useQuery } from '@tanstack/react-query';
import type { MultiPolygon } from 'geojson';
import { client } from '../../data/client.ts';
import { faultOf } from '../../data/fault.ts';
import { readAll, readPages } from '../../data/read-all.ts';
import type { CriteriaVersion } from './criteria-on.ts';

/** A commune that this person may see. Its boundary comes later, with the map. */
export type Commune = {
  id: string;
  code: string;
  name: string;
  province: string;
  coordinate_system: string;
  boundary_source: string | null;
  is_public: boolean;
  is_sample: boolean;
};

/** Every commune that a person may see; `person` is 'visitor' or the user's id, null while unknown. */
export function communesQuery(person: string | null) {
  return {
    queryKey: [person, 'communes'],
    enabled: person !== null,
    queryFn: () =>
      readPages<Commune>((from, to) =>
        client
          .from('communes')
          .select('id,code,name,province,coordinate_system,boundary_source,is_public,is_sample', {
            count: 'exact',
          })
          .order('id')
          .range(from, to),
      ),
  };
}

/** Organizations of a commune: id, code in the program and name. */
export function useOrganizations(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'organizations', communeId],
    queryFn: () => readAll<{ id: string; code: string; name: string }>('organizations', communeId),
  });
}

/** Every version of the list of criteria; which one counts depends on the day. */
export function useCriteriaVersions(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'criteria', communeId],
    queryFn: () =>
      readPages<CriteriaVersion>((from, to) =>
        client
          .from('settings')
          .select('id,valid_from,value,confirmed', { count: 'exact' })
          .eq('commune_id', communeId)
          .eq('key', 'model_road_criteria')
          .order('id')
          .range(from, to),
      ),
  });
}

/** What the map draws beneath the layers: the commune's boundary, its neighbours, its projection. */
export type Ground = {
  geometry: MultiPolygon;
  neighbours: { id: string; name: string; geometry: MultiPolygon }[];
  coordinateSystem: string;
  /** Its proj string. */
  proj: string;
};

/** The map's ground; asked for when `wanted`, because lists and figures come before the map. */
export function useGround(person: string, commune: Commune, wanted: boolean) {
  return useQuery({
    queryKey: [person, 'ground', commune.id],
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Ground> => {
      const [geometry, neighbours, coordinateSystem] = await Promise.all([
        readOne<{ geometry: MultiPolygon }>('communes', 'geometry', 'id', commune.id),
        readAll<Ground['neighbours'][number]>('neighbours', commune.id),
        readOne<{ name: string; proj: string }>(
          'coordinate_systems',
          'name,proj',
          'code',
          commune.coordinate_system,
        ),
      ]);
      return {
        geometry: geometry.geometry,
        neighbours,
        coordinateSystem: coordinateSystem.name.replace(/ \/ (TM-3 )?/, ' '),
        proj: coordinateSystem.proj,
      };
    },
  });
}

async function readOne<Row>(
  view: 'communes' | 'coordinate_systems',
  columns: string,
  key: string,
  value: string,
): Promise<Row> {
  const { data, error, status } = await client.from(view).select(columns).eq(key, value).single();
  if (error) throw faultOf(error, status);
  return data as Row;
}
