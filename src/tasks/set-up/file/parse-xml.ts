import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { UnusableFile } from './file-problem.ts';

/** Document types and entities of its own have no place in map data, and are how XML is made to explode. */
export function refuseEntities(text: string): void {
  const bare = text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g, '');
  if (/<!DOCTYPE|<!ENTITY/i.test(bare)) throw new UnusableFile('xml_entities');
}

/**
 * The document of a text. Works in a worker, where browsers have no parser of their own.
 * @throws UnusableFile: `xml_entities`, `xml_broken`, `cut_off` (no end of its root element).
 */
export function parseXml(text: string): Document {
  refuseEntities(text);
  try {
    // A mark at the beginning and blank lines before the declaration are common, and harmless.
    const trimmed = text.replace(/^[\ufeff\s]+/, '');
    const parser = new DOMParser({ onError: onErrorStopParsing, locator: false });
    return parser.parseFromString(trimmed, 'text/xml') as unknown as Document;
  } catch {
    throw new UnusableFile(/>\s*$/.test(text) ? 'xml_broken' : 'cut_off');
  }
}
