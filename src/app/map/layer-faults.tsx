import { useQueryClient } from '@tanstack/react-query';
import type { LayerState } from '../../panel/layer-state.ts';
import { FaultNotice } from '../fault-notice.tsx';
import { isUnreachable } from '../queries.ts';

/**
 * Why layers are missing. One message for all, because they mostly fail together; a server that does not
 * answer has its own bar.
 */
export function LayerFaults({ layers }: { layers: readonly LayerState[] }) {
  const queries = useQueryClient();
  const fault = layers.find((state) => state.fault !== null && !isUnreachable(state.fault))?.fault;
  if (!fault) return null;
  const retry = () =>
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  return <FaultNotice error={fault} onRetry={retry} />;
}
