/** 25660, 25.660, 25,660, 25 660, 25660.0 → "25660"; a dot or comma before exactly three digits groups thousands. */
export function readWholeNumber(text: string): string | null {
  if (/^\d{1,3}(?:([.,\s\u00a0])\d{3})(?:\1\d{3})*$/.test(text)) return text.replace(/\D/g, '');
  return /^\d+(?:[.,]0+)?$/.test(text) ? (/^\d+/.exec(text)?.[0] ?? null) : null;
}

/** 12,5 and 12.5; 1.234,5 and 1,234.5 → "1234.5": the last separator is the decimal one. Null for no number. */
export function readNumber(text: string): string | null {
  const decimal = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const whole = decimal < 0 ? text : text.slice(0, decimal);
  const digits = whole.replace(/[.,\s\u00a0]/g, '');
  const number = decimal < 0 ? digits : `${digits}.${text.slice(decimal + 1)}`;
  return /^\d+(?:\.\d+)?$/.test(number) ? number : null;
}
