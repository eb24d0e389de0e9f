import './qr-code.css';
import { encode } from 'uqr';

/** A picture for a phone's camera that says `text`. `label` is what a screen reader says instead. */
export function QrCode({ text, label }: { text: string; label: string }) {
  // Four modules of white on every side, as the standard (ISO/IEC 18004) asks for.
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={pathOf(data)} />
    </svg>
  );
}

// One bar for each run of dark modules in a row, so that no gaps show between them.
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
      }),
    )
    .join('');
}
