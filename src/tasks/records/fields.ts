import { clockAt } from '../../ui/day.ts';
import { readNumber, readWholeNumber } from '../../ui/figure.ts';
import { day, instant, number } from '../../ui/format.ts';

/** One of several things that are so, are not so, or that nobody looked at. */
export type Question = { code: string; text: () => string };

/** One of a list, by the server's code. */
export type Choice = { code: string; text: () => string };

type Common = {
  /** As the server calls it. */
  id: string;
  label: () => string;
  hint?: () => string;
  required?: true;
};

/** One field of a form. `unit` stands behind a figure. */
export type FormField = Common &
  (
    | {
        kind:
          | 'text'
          | 'note'
          | 'day'
          | 'moment'
          | 'organization'
          | 'hamlet'
          | 'hamlets'
          | 'weekdays'
          | 'criteria'
          | 'yes-no';
      }
    | { kind: 'answers'; questions: readonly Question[] }
    | { kind: 'integer' | 'decimal'; unit: () => string }
    | { kind: 'choice'; choices: readonly Choice[] }
    | { kind: 'switch'; on: string; off: string }
  );

/**
 * What a field holds while it is being filled in: text, also of figures as they were typed; days YYYY-MM-DD;
 * moments YYYY-MM-DDTHH:MM in Viet Nam; ISO days of the week; criteria and answers by code; yes and no as "true" and "false"; chosen hamlets by id, each with its version. Null is "chưa có số liệu".
 */
export type FieldValue =
  | string
  | readonly number[]
  | Readonly<Record<string, boolean>>
  | Readonly<Record<string, number>>
  | null;
export type Values = Readonly<Record<string, FieldValue>>;

/** What the server holds, as the field shows it. */
export function fromServer(field: FormField, value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  switch (field.kind) {
    case 'integer':
      return number(Number(value));
    case 'decimal':
      return number(Number(value), 2);
    case 'moment':
      return clockAt(new Date(String(value)));
    case 'weekdays':
    case 'criteria':
    case 'hamlets':
      return value as FieldValue;
    case 'answers': {
      // The server holds them as a list in the order of the questions.
      const answers = value as readonly (boolean | null)[];
      return Object.fromEntries(
        field.questions.flatMap(({ code }, index) => {
          const answer = answers[index] ?? null;
          return answer === null ? [] : [[code, answer]];
        }),
      );
    }
    default:
      return String(value);
  }
}

/**
 * What was filled in, as the server takes it; null for nothing. A figure that cannot be read goes as it is,
 * so that the server names it with everything else that is wrong.
 */
export function toServer(field: FormField, value: FieldValue): unknown {
  if (field.kind === 'answers') {
    const answers = (value ?? {}) as Readonly<Record<string, boolean>>;
    return field.questions.map(({ code }) => answers[code] ?? null);
  }
  if (value === null || value === '') return null;
  if (typeof value !== 'string') return Array.isArray(value) && value.length === 0 ? null : value;
  const text = value.trim();
  if (text === '') return null;
  if (field.kind === 'integer') return readWholeNumber(text) ?? text;
  if (field.kind === 'decimal') return readNumber(text) ?? text;
  if (field.kind === 'moment') return `${text}:00+07:00`;
  if (field.kind === 'yes-no') return text === 'true';
  return text;
}

/** Whether two values of a field say the same to the server. */
export function saysTheSame(field: FormField, one: FieldValue, other: FieldValue): boolean {
  return JSON.stringify(toServer(field, one)) === JSON.stringify(toServer(field, other));
}

/** A value in one line, for choosing between two; null for none. */
export function valueText(
  field: FormField,
  value: FieldValue,
  names: ReadonlyMap<string, string>,
  words: {
    weekday: (weekday: number) => string;
    criterion: (code: string) => string;
    answer: (answer: boolean) => string;
  },
): string | null {
  const said = toServer(field, value);
  if (said === null) return null;
  switch (field.kind) {
    case 'day':
      return day(String(said));
    case 'moment':
      return instant(String(said));
    case 'choice':
      return field.choices.find(({ code }) => code === said)?.text() ?? String(said);
    case 'organization':
    case 'hamlet':
      return names.get(String(said)) ?? String(said);
    case 'hamlets':
      return Object.keys(said as Record<string, number>)
        .map((id) => names.get(id) ?? id)
        .join(', ');
    case 'weekdays':
      return (said as number[]).map(words.weekday).join(', ');
    case 'yes-no':
      return words.answer(said === true);
    case 'answers': {
      const answers = said as readonly (boolean | null)[];
      const told = field.questions.flatMap(({ text }, index) => {
        const answer = answers[index] ?? null;
        return answer === null ? [] : [`${text()}: ${words.answer(answer)}`];
      });
      return told.length === 0 ? null : told.join('; ');
    }
    case 'criteria':
      return Object.entries(said as Record<string, boolean>)
        .filter(([, met]) => met)
        .map(([code]) => words.criterion(code))
        .join(', ');
    default:
      return String(value);
  }
}
