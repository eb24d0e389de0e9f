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
import { useRecords, useRota, useSubjects } from './server.ts';
import { StatusBar } from './status-bar.tsx';
import { SubjectPage } from './subject-page.tsx';
import { useTextSize } from './text-size.ts';
import { useWhereabouts } from './use-position.ts';
import { WorkList } from './work-list.tsx';
import { byUrgency, ownWork } from './work-order.ts';

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
  leaving,
}: {
  worker: Worker;
  names: ReadonlyMap<string, string>;
  criteria: readonly NamedCriterion[];
  selection: { layer: string; id: string } | null;
  onSelect: (selection: { layer: CareLayer; id: string } | null) => void;
  onMap: (subject: CareSubject) => void;
  /** The way out of the session. */
  leaving: ReactNode;
}) {
  const [tab, setTab] = useState<Tab>('work');
  const [textSize, setTextSize] = useTextSize();
  const [whereabouts, ask] = useWhereabouts();
  const subjects = useSubjects(worker);
  const known = useRecords(worker);
  const rota = useRota(worker);
  const all = subjects.data ?? [];
  const mine = byUrgency(ownWork(all, worker));
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
        />
      </div>
    );
  }
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
            <WorkList
              subjects={mine}
              duties={rota.data ?? []}
              names={names}
              whereabouts={whereabouts}
              onAsk={ask}
              onOpen={({ layer, id }) => onSelect({ layer, id })}
            />
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
      {tab === 'records' && <RecordList records={records} photos={photos} subjects={all} worker={worker} />}
      {tab === 'approve' && <ApproveList records={records} photos={photos} subjects={all} worker={worker} />}
      {tab === 'device' && (
        <DevicePart worker={worker} textSize={textSize} onTextSize={setTextSize} leaving={leaving} />
      )}
    </div>
  );
}
