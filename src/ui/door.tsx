import './door.css';
import type { ReactNode } from 'react';

/** A page on which somebody comes in: what the whole is called, a way out, and one form. */
export function Door({
  product,
  back,
  isWide = false,
  children,
}: {
  product: string;
  back?: ReactNode;
  /** Two sheets side by side where there is room. */
  isWide?: boolean;
  children: ReactNode;
}) {
  return (
    <main className="door">
      <div className={isWide ? 'door-inside door-wide' : 'door-inside'}>
        <header className="door-head">
          <p className="door-product">{product}</p>
          {back}
        </header>
        {children}
      </div>
    </main>
  );
}
