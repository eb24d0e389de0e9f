import { useEffect, useRef } from 'react';
import type { Path } from '../../view/use-view.ts';

/** The room that somebody last worked in, and who that was; null: nobody had signed in. */
export type Place = { path: Path; userId: string | null };

/** Where one signs in: no rooms to come back to. */
const DOORS: ReadonlySet<Path> = new Set(['/dang-nhap', '/ma']);
const KEY = 'xa-hanh-phuc:place';

/**
 * The place to remember when `userId` (null: nobody) is now in the room `path`. A session that ends does not
 * take the room from its person; doors are no rooms to come back to.
 */
export function placeAfter(before: Place, path: Path, userId: string | null): Place {
  if (DOORS.has(path)) return before;
  return { path, userId: userId ?? (path === before.path ? before.userId : null) };
}

/** Where a sign-in leads: back to the room, for the one who worked there or where nobody had; else to the map. */
export function roomFor(place: Place, userId: string): Path {
  return place.userId === null || place.userId === userId ? place.path : '/';
}

/** Remembers the room for as long as the tab is open, and answers where the sign-in of a person leads. */
export function useWayBack(path: Path, userId: string | null): (userId: string) => Path {
  // Where the form stands in the room itself, the room is the new person's before the way back is asked for.
  const signedOut = useRef<Place | null>(null);
  useEffect(() => {
    const place = placeAfter(remembered(), path, userId);
    remember(place);
    if (userId === null) signedOut.current = place;
  }, [path, userId]);
  return (signedIn) => roomFor(signedOut.current ?? remembered(), signedIn);
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
