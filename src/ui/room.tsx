import './room.css';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A page beside the map: its name, whose it is, the way back, and one thing to do. */
export function Room({
  title,
  place,
  badge,
  backLabel,
  onBack,
  children,
}: {
  title: string;
  place: string;
  badge?: ReactNode;
  backLabel: string;
  onBack: () => void;
  children: ReactNode;
}) {
  return (
    <div className="room">
      <header className="room-bar">
        <p>
          <strong>{place}</strong>
          {badge}
        </p>
        <Button onClick={onBack}>
          <Icon name="map" />
          {backLabel}
        </Button>
      </header>
      <main className="room-main">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
