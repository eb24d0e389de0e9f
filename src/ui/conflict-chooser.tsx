import './conflict-chooser.css';
import { useState } from 'react';
import { Button } from './button.tsx';

/** One thing that two people wrote differently, as both wrote it. */
export type Conflict<Key extends string = string> = { key: Key; label: string; mine: string; theirs: string };

export type ConflictWords = { mine: string; theirs: string; keep: string; running: string };

/**
 * Two people edited one thing: what each wrote, field by field, for the person to choose. Theirs is chosen at first,
 * so that nothing of anybody else's is lost by a quick press. `onKeep` is told the fields in which mine is to count.
 */
export function ConflictChooser<Key extends string>({
  conflicts,
  words,
  isRunning,
  onKeep,
}: {
  conflicts: readonly Conflict<Key>[];
  words: ConflictWords;
  isRunning: boolean;
  onKeep: (mine: ReadonlySet<Key>) => void;
}) {
  const [mine, setMine] = useState<ReadonlySet<Key>>(new Set());
  const choose = (key: Key, isMine: boolean) => {
    const next = new Set(mine);
    if (isMine) next.add(key);
    else next.delete(key);
    setMine(next);
  };
  return (
    <form
      className="conflict-chooser"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning) onKeep(mine);
      }}
    >
      {conflicts.map((conflict) => (
        <fieldset key={conflict.key}>
          <legend>{conflict.label}</legend>
          {([false, true] as const).map((isMine) => (
            <label key={String(isMine)} className="conflict-chooser-choice">
              <input
                type="radio"
                name={conflict.key}
                checked={mine.has(conflict.key) === isMine}
                onChange={() => choose(conflict.key, isMine)}
              />
              <span>
                <small>{isMine ? words.mine : words.theirs}</small>
                {isMine ? conflict.mine : conflict.theirs}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button tone="primary" type="submit" aria-disabled={isRunning}>
        {isRunning ? words.running : words.keep}
      </Button>
    </form>
  );
}
