import { clockAt } from './day.ts';

/** Figures, lengths and days as people of the page's language write them. What nobody reported stays null. */
const NARROW_SPACE = '\u00a0';

/** The page's language, which main.tsx writes on the document; Vietnamese where there is no document. */
function locale(): string {
  return globalThis.document?.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN';
}

const numberFormats = new Map<string, Intl.NumberFormat>();
function formatNumber(value: number, decimals: number): string {
  const key = `${locale()} ${decimals}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale(), { maximumFractionDigits: decimals });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

type Formatted<Value> = Value extends null ? null : string;

/** 25660 → "25.660"; at most `decimals` decimals. */
export function number<Value extends number | null>(value: Value, decimals = 0): Formatted<Value> {
  return (value === null ? null : formatNumber(value, decimals)) as Formatted<Value>;
}

/** 9 of 14 → "64,3 %"; null of nothing. */
export function percent(part: number, whole: number): string | null {
  return whole === 0 ? null : `${formatNumber((100 * part) / whole, 1)}${NARROW_SPACE}%`;
}

/** "2026-10-31" → "31/10/2026", in both languages, because the country writes it so. */
export function day<Value extends string | null>(value: Value): Formatted<Value> {
  return (value === null ? null : value.slice(0, 10).split('-').reverse().join('/')) as Formatted<Value>;
}

/** An instant → "31/10/2026 08:12" in Viet Nam's time. */
export function instant(value: string): string {
  const clock = clockAt(new Date(value));
  return `${day(clock)} ${clock.slice(11)}`;
}

/** Metres → "640 m", from one kilometre on "1,25 km". */
export function length<Value extends number | null>(metres: Value): Formatted<Value> {
  if (metres === null) return null as Formatted<Value>;
  const far = Math.round(metres) >= 1000;
  const text = far ? formatNumber(metres / 1000, 2) : formatNumber(metres, 0);
  return `${text}${NARROW_SPACE}${far ? 'km' : 'm'}` as Formatted<Value>;
}

/** Square metres → "120,4 ha". */
export function hectares<Value extends number | null>(squareMetres: Value): Formatted<Value> {
  if (squareMetres === null) return null as Formatted<Value>;
  return `${formatNumber(squareMetres / 10_000, 1)}${NARROW_SPACE}ha` as Formatted<Value>;
}

/** A phone number as it is read aloud: 0912 345 678. Anything else, an e-mail address too, stays. */
export function phone(text: string): string {
  return text.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}

/** Orders names as people expect: Vietnamese letters, and "Thôn 2" before "Thôn 10". */
export const byName = new Intl.Collator('vi', { numeric: true }).compare;
