import { columnsOf, type FileContent, type FileFeature } from '../file-content.ts';
import type { Notes } from '../file-note.ts';
import { exampleOf } from './decode-text.ts';
import { fromTcvn3, looksLikeTcvn3 } from './tcvn3.ts';

/**
 * The content with every text in Unicode. TCVN3 also hides in files that are well-formed otherwise: the fonts of
 * old programs drew "Th«n" as "Thôn", and that is what an export wrote down.
 */
export function convertTexts(content: FileContent, notes: Notes): FileContent {
  if (!looksLikeTcvn3(textsOf(content))) return content;
  const convert = (value: unknown) => (typeof value === 'string' ? fromTcvn3(value) : value);
  for (const text of textsOf(content)) {
    const example = exampleOf(text, fromTcvn3(text));
    if (example === '') continue;
    notes.add('converted_tcvn3', 1, example);
    break;
  }
  const features = content.features.map(
    ({ properties, geometry }): FileFeature => ({
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [fromTcvn3(name), convert(value)]),
      ),
      geometry,
    }),
  );
  return { ...content, features, columns: columnsOf(features) };
}

function* textsOf({ features, columns }: FileContent): Generator<string> {
  yield* columns;
  for (const { properties } of features) {
    for (const value of Object.values(properties)) if (typeof value === 'string') yield value;
  }
}
