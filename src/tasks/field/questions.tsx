import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { DayField } from '../../ui/day-field.tsx';
import { TextArea } from '../../ui/field.tsx';
import { number } from '../../ui/format.ts';

const LONGEST_NOTE = 500;
const MOST_PEOPLE = 10_000;

/** On which day: today, yesterday, or another that is picked. */
export function DayQuestion({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const now = today();
  const yesterday = new Date(Date.parse(now) - 86_400_000).toISOString().slice(0, 10);
  return (
    <>
      <div className="field-choices">
        {[
          { day: now, text: m.field_day_today() },
          { day: yesterday, text: m.field_day_yesterday() },
        ].map(({ day, text }) => (
          <Button key={day} aria-pressed={value === day} onClick={() => onChange(day)}>
            {text}
          </Button>
        ))}
      </div>
      <DayField
        framed
        label={m.field_day_other()}
        pickLabel={m.panel_pick_day()}
        wrongText={m.panel_wrong_day()}
        value={value}
        onChange={(day) => day !== null && day <= now && onChange(day)}
      />
      <p className="field-quiet">{m.field_day_hint()}</p>
    </>
  );
}

/** How many took part: by steps that a thumb meets, or not said. */
export function PeopleQuestion({
  value,
  onChange,
}: {
  value: number | null;
  onChange: (people: number | null) => void;
}) {
  const step = (by: number) => {
    const next = (value ?? 0) + by;
    onChange(next < 1 ? null : Math.min(MOST_PEOPLE, next));
  };
  return (
    <>
      <output className="field-people">{value === null ? m.field_not_said() : number(value)}</output>
      <div className="field-choices">
        <Button onClick={() => step(-5)}>−5</Button>
        <Button onClick={() => step(-1)}>−1</Button>
        <Button onClick={() => step(1)}>+1</Button>
        <Button onClick={() => step(5)}>+5</Button>
      </div>
    </>
  );
}

/** Which criteria the road meets now: yes, no, or not looked at. */
export function CriteriaQuestion({
  criteria,
  chosen,
  onChange,
}: {
  criteria: readonly { code: string; name: string }[];
  chosen: Readonly<Record<string, boolean>>;
  onChange: (chosen: Record<string, boolean>) => void;
}) {
  const answer = (code: string, met: boolean) => {
    const { [code]: before, ...others } = chosen;
    // Pressed again it is not said.
    onChange(before === met ? others : { ...others, [code]: met });
  };
  return (
    <ul className="field-criteria">
      {criteria.map(({ code, name }) => (
        <li key={code}>
          <fieldset className="field-choices">
            <legend>{name}</legend>
            <Button aria-pressed={chosen[code] === true} onClick={() => answer(code, true)}>
              {m.field_met()}
            </Button>
            <Button aria-pressed={chosen[code] === false} onClick={() => answer(code, false)}>
              {m.field_not_met()}
            </Button>
          </fieldset>
        </li>
      ))}
    </ul>
  );
}

/** A few words. */
export function NoteQuestion({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  return (
    <TextArea
      label={m.field_line_note()}
      hint={m.field_note_hint()}
      rows={4}
      maxLength={LONGEST_NOTE}
      value={value}
      // What the server would refuse is not typed: it is taken out at once.
      onChange={(note) => onChange(note.replace(/[<>]/g, ''))}
    />
  );
}
