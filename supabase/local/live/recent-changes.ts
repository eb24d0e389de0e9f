/** One announcement of the database: a table of a commune was written. */
export type Change = { commune: string; table: string };

/** How long an announcement is remembered for somebody who was away: a reload, a phone in a pocket. */
const KEPT_MILLISECONDS = 120_000;

/** The announcements of the last two minutes. */
export type RecentChanges = {
  add(change: Change): void;
  /** What was written during the last `milliseconds`, each table once; null when that is longer than is remembered. */
  since(milliseconds: number): Change[] | null;
};

/** Remembers announcements; `now` is the clock in milliseconds. */
export function rememberChanges(now: () => number = Date.now): RecentChanges {
  const startedAt = now();
  // The latest time of each table: there are as many entries as tables, however busy the day.
  const latest = new Map<string, { change: Change; at: number }>();
  return {
    add(change) {
      latest.set(keyOf(change), { change, at: now() });
    },
    since(milliseconds) {
      // What was before this process, nobody knows here.
      if (milliseconds > KEPT_MILLISECONDS || now() - milliseconds < startedAt) return null;
      return [...latest.values()].flatMap(({ change, at }) => (now() - at <= milliseconds ? [change] : []));
    },
  };
}

/** One name for a table of a commune. */
export function keyOf({ commune, table }: Change): string {
  return `${commune} ${table}`;
}

/** Reads what the database said; null for anything that is not an announcement. */
export function readChange(payload: string): Change | null {
  try {
    const said: unknown = JSON.parse(payload);
    if (typeof said !== 'object' || said === null || !('commune' in said) || !('table' in said)) return null;
    return { commune: String(said.commune), table: String(said.table) };
  } catch {
    return null;
  }
}
