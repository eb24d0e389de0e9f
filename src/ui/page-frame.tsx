import './page-frame.css';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** The frame of a page beside the map: what it is, the way back, one thing to do. */
export function PageFrame({
  title,
  product,
  lead,
  backText,
  onBack,
  badge,
  wide = false,
  children,
}: {
  title: string;
  /** What the whole is called. */
  product: string;
  lead?: string;
  backText: string;
  onBack: () => void;
  badge?: ReactNode;
  /** For a list beside what is picked in it. */
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`page-frame ${wide ? 'page-frame-wide' : ''}`}>
      <header className="page-frame-bar">
        <span className="page-frame-product">{product}</span>
        <span className="page-frame-end">
          {badge}
          <Button onClick={onBack}>
            <Icon name="map" />
            {backText}
          </Button>
        </span>
      </header>
      <main className="page-frame-main">
        <div className="page-frame-head">
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {children}
      </main>
    </div>
  );
}
