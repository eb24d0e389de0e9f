import './push-list.css';
import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { Facts } from '../layer.ts';
import { needPush, progressText } from './progress.ts';
import type { HamletRow } from './row.ts';

/** A commune of a hundred hamlets must not push its layers off the screen. */
const SHOWN_AT_FIRST = 8;

/** The hamlets that need a push, the most urgent first; each can be picked. */
export function PushList({
  rows,
  facts,
  selectedId,
  onSelect,
  onHover,
}: {
  rows: readonly HamletRow[] | null;
  facts: Facts;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
  onHover: (id: string | null) => void;
}) {
  const [showsAll, setShowsAll] = useState(false);
  const all = rows === null ? null : needPush(rows);
  const shown = showsAll ? all : all?.slice(0, SHOWN_AT_FIRST);
  const hidden = (all?.length ?? 0) - (shown?.length ?? 0);
  return (
    <section className="push">
      <h2>{m.layers_hamlets_push()}</h2>
      {all === null && <Coming />}
      {all?.length === 0 && rows?.length !== 0 && <p>{m.layers_hamlets_push_none()}</p>}
      <ul>
        {shown?.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="push-item"
              aria-pressed={row.id === selectedId}
              onClick={() => onSelect(row.id === selectedId ? null : row.id)}
              onPointerEnter={() => onHover(row.id)}
              onPointerLeave={() => onHover(null)}
              onFocus={() => onHover(row.id)}
              onBlur={() => onHover(null)}
            >
              <StateSymbol state={row.progress} />
              <span className="push-name">{facts.names.get(row.id) ?? row.name}</span>
              <span className="push-reason">
                <Reason row={row} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button tone="quiet" onClick={() => setShowsAll(true)}>
          {m.layers_hamlets_more({ count: hidden })}
        </Button>
      )}
    </section>
  );
}

/** Why; for a hamlet on the way how far it is, while the symbol beside it says the rest. */
function Reason({ row }: { row: HamletRow }) {
  const { progress, criteria_met: met, criteria_total: total } = row;
  const words = progressText(progress);
  if (progress !== 'on_the_way' || met === null || total === null) return words;
  return (
    <>
      <span className="visually-hidden">{words}, </span>
      {m.layers_hamlets_criteria({ met, total })}
    </>
  );
}

function Coming() {
  return (
    <div className="push-coming">
      {['70%', '85%', '60%', '75%', '80%', '65%'].map((width) => (
        <Skeleton key={width} width={width} height="1.125rem" />
      ))}
    </div>
  );
}
