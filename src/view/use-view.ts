import { useSyncExternalStore } from 'react';
import { changeView, currentPath, currentView, go, type Path, subscribe } from './address.ts';
import type { View } from './view.ts';

export type { Path } from './address.ts';

/** Changes parts of the view. `replace`: no step for the back button (the camera's movements). */
export type ChangeView = (partial: Partial<View>, options?: { replace?: boolean }) => void;

const change: ChangeView = (partial, options) => changeView(partial, options?.replace ?? false);

/** What the link says now, and how to say something else. */
export function useView(): [View, ChangeView] {
  return [useSyncExternalStore(subscribe, currentView), change];
}

/** The room that the address names, and how to go to another; the view stays as it is. */
export function usePath(): [Path, (path: Path, options?: { replace?: boolean }) => void] {
  return [useSyncExternalStore(subscribe, currentPath), (path, options) => go(path, options?.replace)];
}
