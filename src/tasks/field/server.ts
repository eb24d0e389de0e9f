import { useQuery } from '@tanstack/react-query';
import { client } from '../../data/client.ts';
import { callAll, readPages } from '../../data/read-all.ts';
import { today } from '../../ui/day.ts';
import type { CarePhoto, CareRecord, CareSubject, Duty, Proposal, Worker } from './contract.ts';
import { mondayOf } from './work-order.ts';

/** Records of so many days are shown; older ones stand in the change log. */
const DAYS_SHOWN = 60;

const firstDayShown = () =>
  new Date(Date.parse(today()) - DAYS_SHOWN * 86_400_000).toISOString().slice(0, 10);

/** Everything that is looked after today. */
export function useSubjects({ person, communeId }: Worker) {
  return useQuery({
    queryKey: [person, 'care-subjects', communeId, today()],
    queryFn: () => callAll<CareSubject>('care_subjects_at', { as_of: today(), commune_id: communeId }),
  });
}

/** The records of the last two months, with their photos. */
export function useRecords({ person, communeId }: Worker) {
  return useQuery({
    queryKey: [person, 'care-records', communeId, today()],
    queryFn: async () => {
      const since = firstDayShown();
      const [records, photos] = await Promise.all([
        readPages<CareRecord>((from, to) =>
          client
            .from('care_records')
            .select('*', { count: 'exact' })
            .eq('commune_id', communeId)
            .gte('done_on', since)
            .order('id')
            .range(from, to),
        ),
        readPages<CarePhoto>((from, to) =>
          client
            .from('photos')
            .select('id,care_record_id,moment,stored_at', { count: 'exact' })
            .eq('commune_id', communeId)
            .gte('added_at', since)
            .order('id')
            .range(from, to),
        ),
      ]);
      return { records, photos };
    },
  });
}

/** Places that were proposed and not decided on, and those of the last two months. */
export function useProposals({ person, communeId }: Worker) {
  return useQuery({
    queryKey: [person, 'proposals', communeId, today()],
    queryFn: () =>
      readPages<Proposal>((from, to) =>
        client
          .from('proposals')
          .select(
            'id,layer,record_id,organization_id,name,note,geometry,noted_at,proposed_by,sent_at,state,reason',
            { count: 'exact' },
          )
          .eq('commune_id', communeId)
          .or(`state.eq.sent,sent_at.gte.${firstDayShown()}`)
          .order('id')
          .range(from, to),
      ),
  });
}

/** Who is to look after which road, from this week on. */
export function useRota({ person, communeId }: Worker) {
  return useQuery({
    queryKey: [person, 'care-rota', communeId, today()],
    queryFn: () =>
      readPages<Duty>((from, to) =>
        client
          .from('care_rota')
          .select('id,model_road_id,week,team', { count: 'exact' })
          .eq('commune_id', communeId)
          .gte('week', mondayOf(today()))
          .order('id')
          .range(from, to),
      ),
  });
}
