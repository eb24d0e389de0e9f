import { type FormEvent, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { DayField } from '../../ui/day-field.tsx';
import { FieldGroup, TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { faultWords, fieldProblems } from './fault-words.ts';
import { type Conclusion, closeConclusion } from './server.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** On which day a conclusion was done, and what was done. */
export function CloseForm({ conclusion, onDone }: { conclusion: Conclusion; onDone: () => void }) {
  const [doneOn, setDoneOn] = useState<string | null>(today());
  const [note, setNote] = useState('');
  const { isRunning, error, run } = useMeetingAct();
  const wrong = fieldProblems(error);
  const words = error === null ? null : faultWords(error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run(() => closeConclusion(conclusion, doneOn ?? today(), note))) onDone();
  };
  return (
    <form className="meeting-form" noValidate onSubmit={submit}>
      <p>{conclusion.text}</p>
      <FieldGroup label={m.meetings_done_day()} error={wrong.get('done_on') ?? null}>
        <DayField
          framed
          label={m.meetings_done_day()}
          pickLabel={m.meetings_pick_day()}
          wrongText={m.meetings_wrong_day()}
          value={doneOn}
          onChange={setDoneOn}
        />
      </FieldGroup>
      <TextArea
        label={m.meetings_closing_note()}
        maxLength={600}
        value={note}
        onChange={setNote}
        error={wrong.get('closing_note') ?? null}
      />
      {words && (
        <Notice tone="error" title={words.title}>
          {words.advice}
        </Notice>
      )}
      <Button tone="primary" type="submit" aria-disabled={isRunning}>
        {isRunning ? m.members_saving() : m.meetings_close_now()}
      </Button>
    </form>
  );
}
