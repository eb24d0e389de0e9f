/** Several values in one parameter: separated by commas, a comma inside a value written as "\,". */
export function joinValues(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\,]/g, '\\$&')).join(',');
}

/** The values that `joinValues` put together. A stray backslash at the end is dropped. */
export function splitValues(text: string): string[] {
  const values = [''];
  for (let at = 0; at < text.length; at += 1) {
    let letter = text.charAt(at);
    if (letter === ',') {
      values.push('');
      continue;
    }
    if (letter === '\\') {
      at += 1;
      letter = text.charAt(at);
    }
    values[values.length - 1] += letter;
  }
  return values;
}
