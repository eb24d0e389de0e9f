import './field.css';
import { type ReactNode, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import type { CareLayer, CareSubject, Worker } from './contract.ts';
import { DevicePart } from './device-part.tsx';
import type { NamedCriterion } from './record-form.tsx';
import { ApproveList, RecordList } from './record-list.tsx';
import { useProposals, useRecords, useRota, useSubjects } from './server.ts';
import { StatusBar } from './status-bar.tsx';
import { SubjectPage } from './subject-page.tsx';
import { useTextSize } from './text-size.ts';
import { useWhereabouts } from './use-position.ts';
import { WorkList } from './work-list.tsx';
import { byUrgency, ownWork } from './work-order.ts';

const NEW_OF_LAYERS: readonly { layer: CareLayer; text: () => string }[] = [
  { layer: 'model-roads', text: m.field_new_road },
  { layer: 'waste-points', text: m.field_new_point },
];

type Tab = 'work' | 'records' | 'approve' | 'device';

/**
 * The room for work outdoors: what my organization looks after, what I wrote down, what waits for approval. It opens
 * and takes records without a network. `selection` is the subject in the address, so that the phone's own back
 * button leads to the list.
 */
export default function Field({
  worker,
  names,
  criteria,
  selection,
  onSelect,
  onMap,
  onDraw,
  leaving,
}: {
  worker: Worker;
  names: ReadonlyMap<string, string>;
  criteria: readonly NamedCriterion[];
  selection: { layer: string; id: string } | null;
  onSelect: (selection: { layer: CareLayer; id: string } | null) => void;
  onMap: (subject: CareSubject) => void;
  /** To the map's form: another place for a subject, or (null) something new of a layer. */
  onDraw: (layer: CareLayer, subject: CareSubject | null) => void;
  /** The way out of the session. */
  leaving: ReactNode;
}) {
  const [tab, setTab] = useState<Tab>('work');
  const [textSize, setTextSize] = useTextSize();
  const [whereabouts, ask] = useWhereabouts();
  const subjects = useSubjects(worker);
  const known = useRecords(worker);
  const rota = useRota(worker);
  const proposals = useProposals(worker).data ?? [];
  const all = subjects.data ?? [];
  const mine = byUrgency(ownWork(all, worker));
  const mayPropose = ({ organization_id }: CareSubject) =>
    !worker.isOfficer && worker.organizationId !== null && organization_id === worker.organizationId;
  const open = all.find(({ id }) => id === selection?.id) ?? null;
  const records = known.data?.records ?? [];
  const photos = known.data?.photos ?? [];

  if (open) {
    return (
      <div className="field">
        <StatusBar />
        <SubjectPage
          key={open.id}
          subject={open}
          worker={worker}
          duties={rota.data ?? []}
          criteria={criteria}
          names={names}
          onBack={() => onSelect(null)}
          onMap={() => onMap(open)}
          onDraw={mayPropose(open) ? () => onDraw(open.layer, open) : null}
        />
      </div>
    );
  }
  const addsTo = worker.isOfficer || worker.organizationId === null ? [] : NEW_OF_LAYERS;
  const tabs: { id: Tab; text: string }[] = [
    { id: 'work', text: m.field_tab_work() },
    { id: 'records', text: m.field_tab_records() },
    { id: 'approve', text: m.field_tab_approve() },
    { id: 'device', text: m.field_tab_device() },
  ];
  return (
    <div className="field">
      <StatusBar />
      <nav className="field-tabs" aria-label={m.field_title()}>
        {tabs.map(({ id, text }) => (
          <Button key={id} aria-current={tab === id ? 'page' : undefined} onClick={() => setTab(id)}>
            {text}
          </Button>
        ))}
      </nav>
      {tab === 'work' &&
        (subjects.data ? (
          mine.length > 0 ? (
            <>
              <WorkList
                subjects={mine}
                duties={rota.data ?? []}
                names={names}
                whereabouts={whereabouts}
                onAsk={ask}
                onOpen={({ layer, id }) => onSelect({ layer, id })}
              />
              <div className="field-acts">
                {addsTo.map(({ layer, text }) => (
                  <Button key={layer} onClick={() => onDraw(layer, null)}>
                    {text()}
                  </Button>
                ))}
              </div>
            </>
          ) : (
            <p className="field-empty">
              {worker.organizationId === null && !worker.isOfficer
                ? m.field_no_organization()
                : m.field_no_work()}
            </p>
          )
        ) : subjects.isError ? (
          <Notice tone="warning" title={m.field_not_loaded()}>
            {m.field_not_loaded_text()}
          </Notice>
        ) : (
          <RoomSkeleton />
        ))}
      {tab === 'records' && <RecordList {...{ records, photos, proposals, worker }} subjects={all} />}
      {tab === 'approve' && <ApproveList {...{ records, photos, proposals, worker }} subjects={all} />}
      {tab === 'device' && (
        <DevicePart worker={worker} textSize={textSize} onTextSize={setTextSize} leaving={leaving} />
      )}
    </div>
  );
}
