import { describe, expect, test } from 'vitest';
import { type FormField, fromServer, saysTheSame, toServer, valueText } from './fields.ts';

const label = () => 'Ô';
const unit = () => 'hộ';
const text: FormField = { id: 'name', kind: 'text', label };
const whole: FormField = { id: 'households', kind: 'integer', label, unit };
const decimal: FormField = { id: 'area', kind: 'decimal', label, unit };
const moment: FormField = { id: 'occurred_at', kind: 'moment', label };
const days: FormField = { id: 'collection_days', kind: 'weekdays', label };

describe('what a person fills in', () => {
  test.each([
    [text, '  Đường làng ', 'Đường làng'],
    [text, '   ', null],
    [whole, '1.250', '1250'],
    [decimal, '64,5', '64.5'],
    [moment, '2026-11-25T08:30', '2026-11-25T08:30:00+07:00'],
    [days, [2, 5], [2, 5]],
  ])('is sent as the server takes it', (field, filled, sent) => {
    expect(toServer(field, filled)).toEqual(sent);
  });

  test('is nothing where nothing was reported, never zero', () => {
    for (const field of [text, whole, decimal, days]) expect(toServer(field, null)).toBeNull();
    expect(toServer(days, [])).toBeNull();
    expect(toServer(whole, '0')).toBe('0');
  });

  test('and cannot be read goes as it is, so that the server names it', () => {
    expect(toServer(whole, 'khoảng 200')).toBe('khoảng 200');
  });
});

test('what the server holds comes back the same, however it is written', () => {
  const pairs: [FormField, unknown][] = [
    [text, 'Thôn 3'],
    [whole, 1250],
    [decimal, 64.25],
    [moment, '2026-11-25T01:30:00+00:00'],
    [days, [1, 7]],
  ];
  for (const [field, held] of pairs) {
    const shown = fromServer(field, held);
    expect(fromServer(field, toServer(field, shown))).toEqual(shown);
    expect(saysTheSame(field, shown, shown)).toBe(true);
  }
  expect(fromServer(moment, '2026-11-25T01:30:00+00:00')).toBe('2026-11-25T08:30');
  expect(saysTheSame(whole, '1250', '1.250')).toBe(true);
  expect(saysTheSame(whole, '1250', '1251')).toBe(false);
  expect(fromServer(whole, null)).toBeNull();
});

describe('answers', () => {
  const answers: FormField = {
    id: 'criteria',
    kind: 'answers',
    label,
    questions: ['1', '2', '3'].map((code) => ({ code, text: () => `Tiêu chí ${code}` })),
  };
  const drugFree: FormField = { id: 'drug_free', kind: 'yes-no', label };
  const words = {
    weekday: String,
    criterion: String,
    answer: (answer: boolean) => (answer ? 'Đạt' : 'Chưa đạt'),
  };

  test('are a list on the server, in which nobody looked at what has none', () => {
    expect(fromServer(answers, [true, null, false])).toEqual({ 1: true, 3: false });
    expect(toServer(answers, { 1: true, 3: false })).toEqual([true, null, false]);
    expect(toServer(answers, null)).toEqual([null, null, null]);
    expect(saysTheSame(answers, null, {})).toBe(true);
  });

  test('yes, no and nothing are three things', () => {
    expect([true, false, null].map((held) => toServer(drugFree, fromServer(drugFree, held)))).toEqual([
      true,
      false,
      null,
    ]);
  });

  test('are told in one line where two are chosen between', () => {
    expect(valueText(answers, { 1: true, 3: false }, new Map(), words)).toBe(
      'Tiêu chí 1: Đạt; Tiêu chí 3: Chưa đạt',
    );
    expect(valueText(answers, null, new Map(), words)).toBeNull();
    expect(valueText(drugFree, 'false', new Map(), words)).toBe('Chưa đạt');
  });
});
