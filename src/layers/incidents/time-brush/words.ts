import { m } from '../../../messages/generated/messages.js';
import { monthStart } from '../../../ui/day.ts';
import type { Part } from './moments.ts';
import { endsOf, type Range } from './range.ts';

const TITLES: Readonly<Record<Part, () => string>> = {
  months: m.layers_incidents_brush_months,
  weekdays: m.layers_incidents_brush_weekdays,
  hours: m.layers_incidents_brush_hours,
};
const WEEKDAYS = [
  m.layers_incidents_brush_monday,
  m.layers_incidents_brush_tuesday,
  m.layers_incidents_brush_wednesday,
  m.layers_incidents_brush_thursday,
  m.layers_incidents_brush_friday,
  m.layers_incidents_brush_saturday,
  m.layers_incidents_brush_sunday,
];
const SHORT_WEEKDAYS = [
  m.layers_incidents_brush_monday_short,
  m.layers_incidents_brush_tuesday_short,
  m.layers_incidents_brush_wednesday_short,
  m.layers_incidents_brush_thursday_short,
  m.layers_incidents_brush_friday_short,
  m.layers_incidents_brush_saturday_short,
  m.layers_incidents_brush_sunday_short,
];

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** What a part of a moment is called. */
export const partTitle = (part: Part): string => TITLES[part]();

/** What one value of a part is called; `from` is the first day of the period. */
export function valueText(part: Part, value: number, from: string): string {
  if (part === 'weekdays') return WEEKDAYS[value]?.() ?? '';
  if (part === 'hours') return m.layers_incidents_brush_hour({ hour: value });
  const [year, month] = monthStart(from, value).split('-');
  return `${month}/${year}`;
}

/** What stands below a bar; an empty text where it would not find room. */
export function markText(part: Part, value: number, from: string): string {
  if (part === 'weekdays') return SHORT_WEEKDAYS[value]?.() ?? '';
  if (part === 'hours') return value % 6 === 0 ? String(value) : '';
  const [year = '', month = ''] = monthStart(from, value).split('-');
  return value % 3 === 0 ? `${month}/${year.slice(2)}` : '';
}

/** The values that a range holds; of hours, until the end of the last one. */
export function rangeText(part: Part, range: Range | null, from: string): string {
  if (range === null) return m.layers_incidents_brush_all();
  const { first, last } = endsOf(part, range);
  if (part === 'hours')
    return m.layers_incidents_brush_clock({ from: twoDigits(first), to: twoDigits(last) });
  if (first === last) return valueText(part, first, from);
  return `${valueText(part, first, from)} – ${valueText(part, last, from)}`;
}
