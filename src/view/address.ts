import { parse } from './parse.ts';
import { serialise } from './serialise.ts';
import { shareParts } from './share-parts.ts';
import type { View } from './view.ts';

/** The rooms of the application. */
export type Path =
  | '/'
  | '/dang-nhap'
  | '/thiet-lap'
  | '/thanh-vien'
  | '/to-chuc'
  | '/sao-luu'
  | '/ma'
  | '/quy-dinh'
  | '/nhat-ky'
  | '/bang-diem'
  | '/khu-tu-quan'
  | '/so-lieu'
  | '/muc-tieu'
  | '/cong-bo'
  | '/cuoc-hop'
  | '/trinh-chieu'
  | '/in'
  | '/viec-cua-toi';
const PATHS: readonly Path[] = [
  '/',
  '/dang-nhap',
  '/thiet-lap',
  '/thanh-vien',
  '/to-chuc',
  '/sao-luu',
  '/ma',
  '/quy-dinh',
  '/nhat-ky',
  '/bang-diem',
  '/khu-tu-quan',
  '/so-lieu',
  '/muc-tieu',
  '/cong-bo',
  '/cuoc-hop',
  '/trinh-chieu',
  '/in',
  '/viec-cua-toi',
];

const listeners = new Set<() => void>();
let known: { search: string; view: View } | null = null;

function tell(): void {
  for (const listener of listeners) listener();
}

/** Calls back whenever the address has changed, by us or by the back button. */
export function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', tell);
  };
}

/** The view in the address: the very same object for as long as the address is the same. */
export function currentView(): View {
  const search = window.location.search;
  if (known?.search !== search) known = { search, view: shareParts(known?.view, parse(search)) };
  return known.view;
}

/** The room in the address; the map for any that is not known. */
export function currentPath(): Path {
  return PATHS.find((path) => path === window.location.pathname) ?? '/';
}

/**
 * Writes a changed view into the address. Parts that are not changed keep their identity, so that
 * nothing that depends on them is worked out again. `replace` makes no step for the back button.
 */
export function changeView(partial: Partial<View>, replace: boolean): void {
  const view = { ...currentView(), ...partial };
  const search = serialise(view);
  if (search === window.location.search) return;
  write(`${window.location.pathname}${search}`, replace);
  known = { search: window.location.search, view };
  tell();
}

/** Goes to another room; the view stays in the address, so that coming back shows the very same. */
export function go(path: Path, replace = false): void {
  if (path === window.location.pathname) return;
  write(`${path}${window.location.search}`, replace);
  tell();
}

function write(address: string, replace: boolean): void {
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
}
