import { useState } from 'react';
import { Fault } from '../../data/fault.ts';
import { newId } from '../../data/new-id.ts';
import { putIntoOutbox } from '../../data/outbox/outbox.ts';
import { useOutbox } from '../../data/outbox/use-outbox.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { day, length, number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import type { CareSubject, Worker } from './contract.ts';
import { type CareDraft, recordOf } from './draft.ts';
import { PhotosField, type TakenPhoto } from './photos-field.tsx';
import { CriteriaQuestion, DayQuestion, NoteQuestion, PeopleQuestion } from './questions.tsx';
import { StretchPicker } from './stretch-picker.tsx';

type Question = 'day' | 'stretch' | 'people' | 'criteria' | 'note' | 'photos';

/** The named criteria of the day, in the page's language. */
export type NamedCriterion = { code: string; name: string };

/** What is about to be written down, one line a question; each line opens its own screen. The last press writes it. */
export function RecordForm({
  subject,
  worker,
  criteria,
  draft,
  onDraft,
  photos,
  onPhotos,
  onDone,
}: {
  subject: CareSubject;
  worker: Worker;
  criteria: readonly NamedCriterion[];
  draft: CareDraft;
  onDraft: (change: Partial<CareDraft>) => void;
  photos: readonly TakenPhoto[];
  onPhotos: (photos: TakenPhoto[]) => void;
  onDone: (itemId: string) => void;
}) {
  const [question, setQuestion] = useState<Question | null>(null);
  const { availability } = useOutbox();
  const { isRunning, error, run } = useAct();
  // One id for all presses of this form: an impatient finger writes one record.
  const [id] = useState(newId);

  const write = async () => {
    const isDone = await run(async () => {
      const record = recordOf(id, subject, draft, photos, new Date().toISOString());
      const bytes = await Promise.all(
        photos.map(async (photo) => ({ id: photo.id, bytes: await photo.blob.arrayBuffer() })),
      );
      await putIntoOutbox({
        id,
        communeId: worker.communeId,
        act: 'record_care',
        parameters: { record },
        subject: subject.id,
        title: subject.name,
        photos: bytes,
      });
    });
    if (isDone) onDone(id);
  };

  if (question !== null) {
    return (
      <div className="field-question">
        <h2>{questionText(question)}</h2>
        {question === 'day' && (
          <DayQuestion value={draft.day} onChange={(value) => onDraft({ day: value })} />
        )}
        {question === 'stretch' && subject.geometry.type === 'MultiLineString' && (
          <StretchPicker
            geometry={subject.geometry}
            metres={subject.length_m ?? 0}
            stretch={draft.stretch}
            onChange={(stretch) => onDraft({ stretch })}
          />
        )}
        {question === 'people' && (
          <PeopleQuestion value={draft.people} onChange={(people) => onDraft({ people })} />
        )}
        {question === 'criteria' && (
          <CriteriaQuestion
            criteria={criteria}
            chosen={draft.criteria}
            onChange={(chosen) => onDraft({ criteria: chosen })}
          />
        )}
        {question === 'note' && <NoteQuestion value={draft.note} onChange={(note) => onDraft({ note })} />}
        {question === 'photos' && (
          <PhotosField
            photos={photos}
            keepsPlace={draft.keepsPlace}
            onPhotos={onPhotos}
            onKeepsPlace={(keepsPlace) => onDraft({ keepsPlace })}
          />
        )}
        <Button tone="primary" className="field-big" onClick={() => setQuestion(null)}>
          {m.field_answer_done()}
        </Button>
      </div>
    );
  }
  const isRoad = subject.layer === 'model-roads';
  const lines: { id: Question; value: string }[] = [
    { id: 'day', value: draft.day === today() ? m.field_today({ date: day(draft.day) }) : day(draft.day) },
    ...(isRoad ? [{ id: 'stretch' as const, value: stretchText(draft, subject) }] : []),
    {
      id: 'people',
      value:
        draft.people === null ? m.field_not_said() : m.field_people_count({ count: number(draft.people) }),
    },
    ...(isRoad && criteria.length > 0
      ? [{ id: 'criteria' as const, value: criteriaText(draft, criteria) }]
      : []),
    {
      id: 'photos',
      value: photos.length === 0 ? m.field_none() : m.field_photos_count({ count: photos.length }),
    },
    { id: 'note', value: draft.note.trim() === '' ? m.field_none() : draft.note },
  ];
  return (
    <div className="field-question">
      {error !== null && <Notice tone="error">{failureText(error)}</Notice>}
      <Button
        tone="primary"
        className="field-big"
        disabled={isRunning || availability !== 'ready'}
        onClick={() => void write()}
      >
        {isRunning ? m.field_writing() : m.field_write()}
      </Button>
      <p className="field-quiet">{m.field_optional()}</p>
      <ul className="field-answers">
        {lines.map((line) => (
          <li key={line.id} className="field-answers-line">
            <button type="button" onClick={() => setQuestion(line.id)}>
              <span>{lineText(line.id)}</span>
              <strong>{line.value}</strong>
              <span aria-hidden="true">›</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const lineText = (question: Question): string =>
  ({
    day: m.field_line_day,
    stretch: m.field_line_stretch,
    people: m.field_line_people,
    criteria: m.field_line_criteria,
    photos: m.field_line_photos,
    note: m.field_line_note,
  })[question]();

const questionText = (question: Question): string =>
  ({
    day: m.field_ask_day,
    stretch: m.field_ask_stretch,
    people: m.field_ask_people,
    criteria: m.field_ask_criteria,
    photos: m.field_ask_photos,
    note: m.field_ask_note,
  })[question]();

function stretchText({ stretch }: CareDraft, { length_m }: CareSubject): string {
  if (stretch.from === 0 && stretch.to === 1) return m.field_stretch_all({ length: length(length_m ?? 0) });
  return m.field_stretch_part({ length: length((length_m ?? 0) * (stretch.to - stretch.from)) });
}

function criteriaText({ criteria: chosen }: CareDraft, criteria: readonly NamedCriterion[]): string {
  const said = criteria.filter(({ code }) => chosen[code] !== undefined);
  if (said.length === 0) return m.field_not_said();
  return m.field_criteria_count({ met: said.filter(({ code }) => chosen[code]).length, total: said.length });
}

function failureText(error: unknown): string {
  const hint = error instanceof Fault ? error.hint : null;
  return hint === 'device_full' ? m.field_device_full() : m.field_keeps_nothing_text();
}
