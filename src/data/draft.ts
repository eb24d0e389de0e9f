import { useCallback, useState } from 'react';

// The number changes with the shape of what is kept, so that nothing old is misread.
const PREFIX = 'draft-1:';

function read<Value>(name: string): Value | null {
  try {
    const text = sessionStorage.getItem(PREFIX + name);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

function keep(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing (private windows, full storage) still has the form on the screen.
  }
}

/**
 * A form that is open and what stands in it, or null: kept in this tab, so that a reload loses nothing. Never for
 * passwords. Put the person's id into `name`, so that the next one at this machine finds nothing of the last.
 */
export function useKeptDraft<Value>(name: string): [Value | null, (value: Value | null) => void] {
  const [value, setValue] = useState<Value | null>(() => read<Value>(name));
  const change = useCallback(
    (next: Value | null) => {
      keep(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, change];
}
