import { m } from '../../messages/generated/messages.js';

const LEAST = 20;
const MOST = 75;
const STEP = 5;

/** Changes the dock's height, in hundredths of the window's: by dragging or by the arrow keys. */
export function DockHandle({ height, onHeight }: { height: number; onHeight: (height: number) => void }) {
  const set = (wanted: number) => onHeight(Math.round(Math.min(MOST, Math.max(LEAST, wanted))));
  return (
    <hr
      className="table-dock-handle"
      aria-orientation="horizontal"
      aria-label={m.shell_dock_height()}
      aria-valuenow={height}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') set(height + STEP);
        if (event.key === 'ArrowDown') set(height - STEP);
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        set(100 * (1 - event.clientY / window.innerHeight));
      }}
    />
  );
}
