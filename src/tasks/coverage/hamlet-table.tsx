import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { byName, length, percent } from '../../ui/format.ts';
import type { HamletReach } from './measure.ts';

type Order = 'gap' | 'far';

/** What is not reached of where people live, else of the hamlet; square metres. */
const missing = ({ residentialShare, residentialSquareMetres, share, squareMetres }: HamletReach) =>
  residentialShare === null
    ? (1 - share) * squareMetres
    : (1 - residentialShare) * (residentialSquareMetres ?? 0);

/** Hamlets with what each lacks, the worst first, by area or by the way to the nearest point. */
export function HamletTable({
  hamlets,
  names,
  onHamlet,
}: {
  hamlets: readonly HamletReach[];
  names: ReadonlyMap<string, string>;
  onHamlet: (id: string) => void;
}) {
  const [order, setOrder] = useState<Order>('gap');
  const nameOf = (id: string) => names.get(id) ?? '';
  const sorted = hamlets.toSorted(
    (one, other) =>
      (order === 'gap'
        ? // What was drawn comes before what was not: their areas do not compare.
          Number(one.residentialShare === null) - Number(other.residentialShare === null) ||
          missing(other) - missing(one)
        : (other.nearest ?? -1) - (one.nearest ?? -1)) || byName(nameOf(one.id), nameOf(other.id)),
  );
  const share = (value: number | null) =>
    value === null ? <abbr title={m.indicators_no_data()}>–</abbr> : percent(value, 1);
  return (
    <section className="coverage-hamlets">
      <h3>{m.coverage_hamlets()}</h3>
      <div className="coverage-order">
        {(
          [
            ['gap', m.coverage_order_gap()],
            ['far', m.coverage_order_far()],
          ] as const
        ).map(([id, text]) => (
          <Button key={id} aria-pressed={order === id} onClick={() => setOrder(id)}>
            {text}
          </Button>
        ))}
      </div>
      <table>
        <ReachHead />
        <tbody>
          {sorted.map((hamlet) => (
            <tr key={hamlet.id}>
              <th scope="row">
                <button type="button" onClick={() => onHamlet(hamlet.id)}>
                  {nameOf(hamlet.id)}
                </button>
              </th>
              <td>{share(hamlet.residentialShare)}</td>
              <td>{share(hamlet.share)}</td>
              <td>
                {hamlet.nearest === null ? (
                  <abbr title={m.indicators_no_data()}>–</abbr>
                ) : (
                  length(hamlet.nearest)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the columns of a table of reach hold, on screen and on paper. */
export function ReachHead() {
  return (
    <thead>
      <tr>
        <th scope="col">{m.coverage_column_hamlet()}</th>
        <th scope="col">{m.coverage_column_residential()}</th>
        <th scope="col">{m.coverage_column_whole()}</th>
        <th scope="col">{m.coverage_column_nearest()}</th>
      </tr>
    </thead>
  );
}
