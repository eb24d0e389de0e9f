import { useQueryClient } from '@tanstack/react-query';
import { type Acting, useAct } from '../../ui/use-act.ts';

/** Of which tables meetings are made; all are asked for again after an act. */
const ABOUT = new Set(['meetings', 'meeting-scenes', 'conclusions']);

/** One act about meetings at a time; whatever came of it, the lists are asked for again. */
export function useMeetingAct(): Acting {
  const queries = useQueryClient();
  const act = useAct();
  return {
    ...act,
    run: (work) =>
      act.run(async () => {
        try {
          await work();
        } finally {
          await queries.invalidateQueries({ predicate: ({ queryKey }) => ABOUT.has(String(queryKey[1])) });
        }
      }),
  };
}
