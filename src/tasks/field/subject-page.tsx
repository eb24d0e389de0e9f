import { useState } from 'react';
import { useDraft } from '../../data/draft.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { length } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { CareSubject, Duty, Worker } from './contract.ts';
import { DonePage } from './done-page.tsx';
import { freshDraft } from './draft.ts';
import type { TakenPhoto } from './photos-field.tsx';
import { type NamedCriterion, RecordForm } from './record-form.tsx';
import { Rota } from './rota.tsx';
import { keptText, lastText, SYMBOLS, sortText, stateText } from './words.ts';

/** One thing that is looked after: how it stands, and the button for what was done. */
export function SubjectPage({
  subject,
  worker,
  duties,
  criteria,
  names,
  onBack,
  onMap,
  onDraw,
}: {
  subject: CareSubject;
  worker: Worker;
  duties: readonly Duty[];
  criteria: readonly NamedCriterion[];
  names: ReadonlyMap<string, string>;
  onBack: () => void;
  onMap: () => void;
  /** Null for what another organization looks after. */
  onDraw: (() => void) | null;
}) {
  const [isRecording, setRecording] = useState(false);
  const [written, setWritten] = useState<string | null>(null);
  const [draft, change] = useDraft(`care:${worker.person}:${subject.id}`, () => freshDraft(today()));
  const [photos, setPhotos] = useState<TakenPhoto[]>([]);
  const kept = keptText(subject);

  if (written !== null) return <DonePage itemId={written} subject={subject} onBack={onBack} />;
  return (
    <article className="field-subject">
      <Button className="field-back" onClick={isRecording ? () => setRecording(false) : onBack}>
        <Icon name="back" />
        {isRecording ? m.field_back() : m.field_back_to_list()}
      </Button>
      <header>
        <h2>{subject.name}</h2>
        <p>
          {sortText(subject)}
          {subject.hamlet_id && ` · ${names.get(subject.hamlet_id) ?? subject.hamlet_name}`}
          {subject.length_m !== null && ` · ${length(subject.length_m)}`}
        </p>
      </header>
      {isRecording ? (
        <RecordForm
          subject={subject}
          worker={worker}
          criteria={criteria}
          draft={draft}
          onDraft={change}
          photos={photos}
          onPhotos={setPhotos}
          onDone={(id) => {
            change(freshDraft(today()));
            setPhotos([]);
            setWritten(id);
          }}
        />
      ) : (
        <>
          <p className={`field-state field-${subject.state}`}>
            <StateSymbol state={SYMBOLS[subject.state]} size={34} />
            <span>
              <strong>{stateText(subject.state)}</strong>
              {lastText(subject, today())}
            </span>
          </p>
          {kept && <p>{kept}</p>}
          <Button tone="primary" className="field-big" onClick={() => setRecording(true)}>
            {m.field_done_today()}
          </Button>
          {subject.layer === 'model-roads' && <Rota road={subject} worker={worker} duties={duties} />}
          <Button onClick={onMap}>
            <Icon name="map" />
            {m.field_on_map()}
          </Button>
          {onDraw && (
            <Button onClick={onDraw}>
              {subject.layer === 'model-roads' ? m.field_draw_road() : m.field_draw_place()}
            </Button>
          )}
        </>
      )}
    </article>
  );
}
