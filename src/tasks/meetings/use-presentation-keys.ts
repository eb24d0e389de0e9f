import { useEffect, useRef } from 'react';
import { type Move, moveOfKey } from './moves.ts';

type Acts = {
  /** A form stands over the scene and has the keyboard. */
  isResting: boolean;
  onMove: (move: Move) => void;
  onConclude: () => void;
  onFill: () => void;
  onLeave: () => void;
};

/** The keyboard and the presenter's remote. A button that is focused keeps Enter and the space bar. */
export function usePresentationKeys(acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { isResting, onMove, onConclude, onFill, onLeave } = latest.current;
      if (isResting || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const isOnButton = event.target instanceof HTMLButtonElement;
      const move = isOnButton && [' ', 'Enter'].includes(event.key) ? null : moveOfKey(event.key);
      if (move) onMove(move);
      else if (event.key.toLowerCase() === 'k') onConclude();
      // Remotes send F5 to begin; a reload without a network would lose the scenes.
      else if (event.key === 'F5' || event.key.toLowerCase() === 'f') onFill();
      else if (event.key === 'Escape' && !document.fullscreenElement) onLeave();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
