import { useEffect } from 'react';
import type { Path } from '../../view/use-view.ts';

/** The room that somebody last worked in, and who that was; null: nobody had signed in. */
export type Place = { path: Path; userId: string | null };

const KEY = 'xa-hanh-phuc:place';

/**
 * The place to remember when `userId` (null: nobody) is now in the room `path`. A session that ends does not
 * take the room from its person; the sign-in page is no room to come back to.
 */
export function placeAfter(before: Place, path: Path, userId: string | null): Place {
  if (path === '/dang-nhap') return before;
  return { path, userId: userId ?? (path === before.path ? before.userId : null) };
}

/** Where a sign-in leads: back to the room, for the one who worked there or where nobody had; else to the map. */
export function roomFor(place: Place, userId: string): Path {
  return place.userId === null || place.userId === userId ? place.path : '/';
}

/** Remembers the room for as long as the tab is open, and answers where the sign-in of a person leads. */
export function useWayBack(path: Path, userId: string | null): (userId: string) => Path {
  useEffect(() => remember(placeAfter(remembered(), path, userId)), [path, userId]);
  return (signedIn) => roomFor(remembered(), signedIn);
}

let inPage: Place = { path: '/', userId: null };

// A phone may throw the page away while its owner looks up the password: the tab remembers.
function remembered(): Place {
  try {
    return { ...inPage, ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') };
  } catch {
    return inPage;
  }
}

function remember(place: Place): void {
  inPage = place;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Where the browser keeps nothing, the page itself remembers.
  }
}
