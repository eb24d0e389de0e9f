import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import { ImageSwatch, LegendItem } from '../../ui/legend-item.tsx';
import { palette } from '../../ui/palette.ts';
import type { Facts } from '../layer.ts';
import type { PublishedRow } from './row.ts';
import { lateText, totalText } from './words.ts';

const disc = (fill: string, ink: string, words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10" fill="${fill}" stroke="${palette.grey}" stroke-width="1.5"/><text x="12" y="16" text-anchor="middle" font-family="sans-serif" font-size="11" font-weight="600" fill="${ink}">${words}</text></svg>`;

/** Which period is shown, what its numbers are, and what stands for a withheld one. */
export function Legend({ rows }: { rows: readonly PublishedRow[]; facts: Facts }) {
  const [first] = rows;
  if (!first) return <p className="legend-unit">{m.layers_published_none()}</p>;
  const withheld = rows.filter(({ count }) => count === null).length;
  return (
    <>
      <p className="legend-unit">
        {m.layers_published_unit({ from: day(first.starts_on), to: day(first.ends_on) })}
      </p>
      <ul>
        <LegendItem
          swatch={<ImageSwatch svg={disc(palette.brick, palette.panel, '5')} />}
          count={rows.length - withheld}
        >
          {m.layers_published_shown()}
        </LegendItem>
        <LegendItem
          swatch={<ImageSwatch svg={disc(palette.panel, palette.grey, '&lt;5')} />}
          count={withheld}
        >
          {first.parts === 'cells' ? m.layers_published_hidden_cells() : m.layers_published_hidden()}
        </LegendItem>
      </ul>
      <p className="legend-unit">
        {m.layers_published_total()}: {totalText(first)}. {lateText(first)}.
      </p>
      <p className="legend-unit">{m.layers_published_tips()}</p>
    </>
  );
}
