import { useQuery } from '@tanstack/react-query';
import { hamlets } from '../../layers/hamlets/index.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { usePath, useView } from '../../view/use-view.ts';
import { useGround } from '../commune/communes.ts';
import { useModule } from '../connection/use-module.ts';
import { useLayerRows } from '../map/layer-rows.ts';
import { useFacts } from '../map/use-facts.ts';
import { useToday } from '../map/use-today.ts';
import { LeaveButton } from '../session/leaving.tsx';
import { mayEnter } from './may-enter.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/field/index.tsx');

/** Work outdoors, for those who look after roads, cemeteries and waste points, and for officers. */
export function FieldRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const isAllowed = mayEnter('field', membership);
  const { module, failed } = useModule(load, isAllowed);
  const [view, change] = useView();
  const [, go] = usePath();
  const asOf = useToday();
  const list = useQuery({ ...hamlets.query({ person, communeId: commune.id, asOf }), enabled: isAllowed });
  const { names, criteria } = useFacts({
    person,
    commune,
    role: membership?.role ?? null,
    asOf,
    hamlets: list.data ?? null,
  });
  return (
    <RoomFrame
      {...props}
      isNarrow
      title={m.field_title()}
      refusal={isAllowed ? null : m.field_not_for_you()}
      failed={failed}
    >
      {module && membership && <MapToTake {...props.place} />}
      {module && membership && (
        <module.default
          key={person + commune.id}
          worker={{
            person,
            communeId: commune.id,
            role: membership.role,
            organizationId: membership.organization_id,
            isOfficer: membership.role === 'front_officer' || membership.role === 'administrator',
          }}
          names={names}
          criteria={criteria.map(({ code, name }) => ({ code, name: name[getLocale()] }))}
          leaving={<LeaveButton />}
          selection={view.selection}
          onSelect={(selection) => change({ selection })}
          onDraw={(layer, subject) => {
            const form = { act: subject ? 'propose' : 'new', layer, id: subject?.id ?? null };
            change({ form, selection: subject && { layer, id: subject.id }, table: null });
            go('/');
          }}
          onMap={({ layer, id }) => {
            change({ selection: { layer, id } });
            go('/');
          }}
        />
      )}
    </RoomFrame>
  );
}

/** Asks for what the map shows, so that it opens outdoors too for whoever has only seen the list. */
function MapToTake({ person, commune, membership }: RoomProps['place']) {
  useLayerRows({ person, communeId: commune.id, asOf: useToday() }, membership?.role ?? null, []);
  useGround(person, commune, true);
  return null;
}
