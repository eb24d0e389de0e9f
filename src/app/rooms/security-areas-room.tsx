import { useQuery } from '@tanstack/react-query';
import { hamlets } from '../../layers/hamlets/index.ts';
import { layers } from '../../layers/registry.ts';
import { securityAreas } from '../../layers/security-areas/index.ts';
import { m } from '../../messages/generated/messages.js';
import { usePath, useView } from '../../view/use-view.ts';
import { useModule } from '../connection/use-module.ts';
import { FaultNotice } from '../fault-notice.tsx';
import { isLayerOn } from '../map/layer-rows.ts';
import { useFacts } from '../map/use-facts.ts';
import { useToday } from '../map/use-today.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/security-areas/index.tsx');

/** The self-managed areas of the day that the link names, one of them on its own page; members read them. */
export default function SecurityAreasRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const [view, change] = useView();
  const [, go] = usePath();
  const { module, failed } = useModule(load, true);
  const today = useToday();
  const asOf = view.asOf ?? today;
  const role = membership?.role ?? null;
  const scope = { person, communeId: commune.id, asOf };
  const list = useQuery(hamlets.query(scope));
  const areas = useQuery({ ...securityAreas.query(scope), enabled: role !== null });
  const facts = useFacts({ person, commune, role, asOf, hamlets: list.data ?? null });
  const id = view.selection?.layer === securityAreas.id ? view.selection.id : null;
  const select = (chosen: string | null) =>
    change({ selection: chosen === null ? null : { layer: securityAreas.id, id: chosen } });
  const showOnMap = () => {
    go('/');
    const on = layers.filter((layer) => layer.id === securityAreas.id || isLayerOn(layer, view.layers));
    change({ layers: on.map((layer) => layer.id), camera: null }, { replace: true });
  };
  return (
    <RoomFrame
      {...props}
      title={m.layers_security_areas()}
      lead={m.security_areas_lead()}
      refusal={role === null ? m.security_areas_members_only() : null}
      failed={failed}
    >
      {areas.isError ? (
        <FaultNotice error={areas.error} onRetry={() => void areas.refetch()} />
      ) : (
        module &&
        areas.data && (
          <module.default
            rows={areas.data}
            id={id}
            facts={facts}
            isSample={commune.is_sample}
            onChoose={select}
            onMap={showOnMap}
          />
        )
      )}
    </RoomFrame>
  );
}
