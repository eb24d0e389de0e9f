import type { Formatted } from '@maplibre/maplibre-gl-style-spec';

/** A written line of a label: one typeface and size each. */
export type TextLine = { text: string; size: number; weight: number; width: number };
/** Width of a text in pixels. */
export type Measure = (text: string, size: number, weight: number, spacing: number) => number;

export type TextLook = {
  size: number;
  /** Of the layer, such as "Be Vietnam Pro 600". */
  font: string;
  /** Pixels; Infinity: never broken. */
  mostWidth: number;
  /** Pixels between letters. */
  spacing: number;
  upperCase: boolean;
};

const weightOf = (font: string) => Number(/\d{3}$/.exec(font)?.[0] ?? 400);

/** Breaks a label into lines as the map does: at its own breaks, and where a line grows too long. */
export function linesOf(written: Formatted | string, look: TextLook, measure: Measure): TextLine[] {
  const sections = typeof written === 'string' ? [{ text: written }] : written.sections;
  const lines: TextLine[] = [];
  for (const section of sections) {
    const { scale, fontStack } = section as { scale?: number | null; fontStack?: string | null };
    const size = look.size * (scale ?? 1);
    const weight = weightOf(fontStack ?? look.font);
    const width = (text: string) => measure(text, size, weight, look.spacing);
    const text = look.upperCase ? section.text.toLocaleUpperCase('vi') : section.text;
    for (const part of text.split('\n')) {
      let line = '';
      for (const word of part.split(' ').filter((each) => each !== '')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && width(longer) > look.mostWidth) {
          lines.push({ text: line, size, weight, width: width(line) });
          line = word;
        } else line = longer;
      }
      if (line !== '') lines.push({ text: line, size, weight, width: width(line) });
    }
  }
  return lines;
}

/** Measures with the page's own canvas, which needs no WebGL. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  return (text, size, weight, spacing) => {
    if (!context) return text.length * (0.58 * size + spacing);
    context.font = `${weight} ${size}px "Be Vietnam Pro"`;
    return context.measureText(text).width + text.length * spacing;
  };
}
