import './day-field.css';
import { useEffect, useId, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { readDay } from './day.ts';
import { day } from './format.ts';

/**
 * A day, typed as 31/10/2026 or picked from the calendar. The browser's own date field writes days in
 * the browser's language, which on many office machines is not Vietnamese.
 */
export function DayField({
  label,
  pickLabel,
  wrongText,
  value,
  framed = false,
  onChange,
}: {
  label: string;
  pickLabel: string;
  /** What to do when the text is no day. */
  wrongText: string;
  /** YYYY-MM-DD, or null while no day is chosen. */
  value: string | null;
  framed?: boolean;
  /** Called with a valid day, or null when the field was emptied. */
  onChange: (value: string | null) => void;
}) {
  const [text, setText] = useState(day(value) ?? '');
  const [wrong, setWrong] = useState(false);
  const wrongId = useId();
  const native = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setText(day(value) ?? '');
    setWrong(false);
  }, [value]);
  const take = () => {
    const read = text.trim() === '' ? null : readDay(text);
    const isWrong = text.trim() !== '' && read === null;
    setWrong(isWrong);
    if (!isWrong && read !== value) onChange(read);
  };
  return (
    <span className={`day-field ${framed ? 'day-field-framed' : ''}`}>
      <input
        className="day-field-text"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        placeholder="31/12/2026"
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={wrong ? wrongId : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      <IconButton icon="calendar" label={pickLabel} onClick={() => native.current?.showPicker()} />
      <input
        ref={native}
        className="day-field-native"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        onChange={(event) => event.target.value && onChange(event.target.value)}
      />
      {wrong && (
        <span id={wrongId} className="day-field-wrong" role="alert">
          {wrongText}
        </span>
      )}
    </span>
  );
}
