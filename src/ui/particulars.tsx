import './particulars.css';
import type { ReactNode } from 'react';

/** What is said of one thing: a name and a value a line. A value of null reads as `none`. */
export type Particular = { name: string; value: ReactNode | null };

export function Particulars({ items, none }: { items: readonly Particular[]; none: string }) {
  return (
    <dl className="particulars">
      {items.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={value === null ? 'particulars-none' : undefined}>{value ?? none}</dd>
        </div>
      ))}
    </dl>
  );
}
