import { useQueryClient } from '@tanstack/react-query';
import type { LayerState } from '../../panel/layer-state.ts';
import { FaultNotice } from '../fault-notice.tsx';
import { isUnreachable } from '../queries.ts';

/**
 * Why layers are missing. One message for all, because they mostly fail together; a server that does not
 * answer has its own bar.
 */
export function LayerFaults({
  layers,
  also = null,
}: {
  layers: readonly LayerState[];
  /** Why something else that belongs to them is missing. */
  also?: Error | null;
}) {
  const queries = useQueryClient();
  const faults = [...layers.map(({ fault }) => fault), also];
  const fault = faults.find((each) => each !== null && !isUnreachable(each));
  if (!fault) return null;
  const retry = () =>
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  return <FaultNotice error={fault} onRetry={retry} />;
}
