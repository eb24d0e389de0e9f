import './room.css';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

type Bar = {
  /** Whose room it is. */
  place: string;
  badge?: ReactNode;
  backLabel: string;
  /** Goes to the map; missing while there is none. */
  onBack?: (() => void) | undefined;
};

/** The head of every room: where one is, and the way back to the map. */
export function RoomBar({ place, badge, backLabel, onBack }: Bar) {
  return (
    <header className="room-bar">
      <p>
        <strong>{place}</strong>
        {badge}
      </p>
      {onBack && (
        <Button onClick={onBack}>
          <Icon name="map" />
          {backLabel}
        </Button>
      )}
    </header>
  );
}

/** A page beside the map: its name, whose it is, the way back, and one thing to do. */
export function Room({
  title,
  lead,
  isNarrow = false,
  children,
  ...bar
}: Bar & {
  title: string;
  lead?: string;
  /** For what is read from top to bottom: lines no longer than an eye follows. */
  isNarrow?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={isNarrow ? 'room room-narrow' : 'room'}>
      <RoomBar {...bar} />
      <main className="room-main">
        <div className="room-head">
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {children}
      </main>
    </div>
  );
}
