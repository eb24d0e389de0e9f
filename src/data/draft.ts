import { useCallback, useState } from 'react';

// The number changes with the shape of what is kept, so that nothing old is misread.
const PREFIX = 'draft-1:';

/**
 * What was kept in this tab under a name, null when nothing was. Drafts live in the tab alone, and outlast a
 * reload. `null` too where the browser keeps nothing (private windows, full storage).
 */
export function readDraft<Value>(name: string): Value | null {
  try {
    const text = sessionStorage.getItem(PREFIX + name);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

/** Keeps a value; answers whether it could. What was kept before under the name is gone either way. */
export function writeDraft(name: string, value: unknown): boolean {
  try {
    sessionStorage.removeItem(PREFIX + name);
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was kept under a name. */
export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    // Where nothing is kept there is nothing to forget.
  }
}

/** Forgets everything that was kept in this tab: who leaves on purpose leaves nothing behind. */
export function dropAllDrafts(): void {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  } catch {
    // Where nothing is kept there is nothing to forget.
  }
}

/** State that outlasts a reload of the tab. */
export function useDraft<Value extends object>(
  name: string,
  initial: () => Value,
): [Value, (change: Partial<Value>) => void] {
  const [value, setValue] = useState<Value>(() => ({ ...initial(), ...readDraft<Value>(name) }));
  const change = useCallback(
    (partial: Partial<Value>) =>
      setValue((before) => {
        const next = { ...before, ...partial };
        writeDraft(name, next);
        return next;
      }),
    [name],
  );
  return [value, change];
}

/**
 * A form that is open and what stands in it, or null: kept in this tab, so that a reload loses nothing. Never for
 * passwords. Put the person's id into `name`, so that the next one at this machine finds nothing of the last.
 */
export function useKeptDraft<Value>(name: string): [Value | null, (value: Value | null) => void] {
  const [value, setValue] = useState<Value | null>(() => readDraft<Value>(name));
  const change = useCallback(
    (next: Value | null) => {
      if (next === null) dropDraft(name);
      else writeDraft(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, change];
}
