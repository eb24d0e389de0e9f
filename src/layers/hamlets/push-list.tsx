import './push-list.css';
import { type ReactNode, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type State, StateSymbol } from '../../ui/state-symbol.tsx';
import type { Facts } from '../layer.ts';
import { needPush, progressText } from './progress.ts';
import type { HamletRow } from './row.ts';

/** A commune of a hundred hamlets must not push its layers off the screen. */
const SHOWN_AT_FIRST = 8;

type Picking = {
  selectedId: string | null;
  onSelect: (id: string | null) => void;
  onHover: (id: string | null) => void;
};

/** One hamlet of the list: who, how it stands, and why it is here. */
export type PushItem = { id: string; name: string; state: State; reason: ReactNode };

/** The hamlets that need a push by the plan's one hard number, the most urgent first; each can be picked. */
export function PushList({
  rows,
  facts,
  ...picking
}: Picking & { rows: readonly HamletRow[] | null; facts: Facts }) {
  const items =
    rows === null
      ? null
      : needPush(rows).map(
          (row): PushItem => ({
            id: row.id,
            name: facts.names.get(row.id) ?? row.name,
            state: row.progress,
            reason: <Reason row={row} />,
          }),
        );
  return (
    <PushItems items={items} none={rows?.length === 0 ? null : m.layers_hamlets_push_none()} {...picking} />
  );
}

/** A list of hamlets that need a push; null while it is on its way. `none` is said where nobody does. */
export function PushItems({
  items,
  none,
  selectedId,
  onSelect,
  onHover,
}: Picking & { items: readonly PushItem[] | null; none: string | null }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? items : items?.slice(0, SHOWN_AT_FIRST);
  const hidden = (items?.length ?? 0) - (shown?.length ?? 0);
  return (
    <section className="push">
      <h2>{m.layers_hamlets_push()}</h2>
      {items === null && <Coming />}
      {items?.length === 0 && none !== null && <p>{none}</p>}
      <ul>
        {shown?.map(({ id, name, state, reason }) => (
          <li key={id}>
            <button
              type="button"
              className="push-item"
              aria-pressed={id === selectedId}
              onClick={() => onSelect(id === selectedId ? null : id)}
              onPointerEnter={() => onHover(id)}
              onPointerLeave={() => onHover(null)}
              onFocus={() => onHover(id)}
              onBlur={() => onHover(null)}
            >
              <StateSymbol state={state} />
              <span className="push-name">{name}</span>
              <span className="push-reason">{reason}</span>
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
