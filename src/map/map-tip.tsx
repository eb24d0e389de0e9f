import { useLayoutEffect, useRef } from 'react';
import type { Facts } from '../layers/layer.ts';
import type { ShownLayer } from './contract.ts';
import type { Hovered } from './engine.ts';
import { rowOf } from './highlight.ts';

/** The name and one line about what the mouse stands on. Whoever uses keys reads the same in the table. */
export function MapTip({
  hovered,
  shown,
  facts,
}: {
  hovered: Hovered;
  shown: readonly ShownLayer[];
  facts: Facts;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { x, y } = hovered;
  // Placed after its words are known, so that it never leaves the map.
  useLayoutEffect(() => {
    const tip = box.current;
    const frame = tip?.parentElement;
    if (!tip || !frame) return;
    const left = Math.max(4, Math.min(x + 14, frame.clientWidth - tip.offsetWidth - 4));
    const below = y + 18;
    const top = below + tip.offsetHeight > frame.clientHeight - 4 ? y - tip.offsetHeight - 10 : below;
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  });
  const words = wordsOf(hovered, shown, facts);
  return (
    words && (
      <div ref={box} className="commune-map-tip" aria-hidden="true">
        <strong>{words.name}</strong>
        {words.line}
      </div>
    )
  );
}

function wordsOf({ picked, label }: Hovered, shown: readonly ShownLayer[], facts: Facts) {
  const found = rowOf(shown, picked);
  if (!found) return label ? { name: label, line: '' } : null;
  const { layer, row } = found;
  const name = layer.nameOf(row, facts);
  // A cell of the overlay is what was meant; what lies below it says where.
  if (label && !layer.overlay) return { name: label, line: name };
  const state = layer.columns.find(({ symbol }) => symbol);
  const line = state?.text?.(row, facts) ?? state?.value(row, facts) ?? layer.title();
  return { name, line };
}
