const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as it may stand in an element or an attribute; what XML 1.0 cannot hold is left out. */
export function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these XML cannot hold.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .toWellFormed()
  );
}

/** `<name>text</name>`, or nothing where there is no text. */
export function element(name: string, text: string | number | null): string {
  return text === null || text === '' ? '' : `<${name}>${escaped(String(text))}</${name}>`;
}
