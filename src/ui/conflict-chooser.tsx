import './conflict-chooser.css';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';

/** One thing that two people wrote differently, as both wrote it. */
export type Conflict<Key extends string = string> = { key: Key; label: string; mine: string; theirs: string };

export type ConflictWords = {
  mine: string;
  theirs: string;
  keep: string;
  running: string;
  /** How many are still to be chosen. Given where each must be: nothing is chosen at first then. */
  open?: (count: number) => string;
};

/**
 * Two people edited one thing: what each wrote, field by field, for the person to choose. Where it is not known who
 * changed what, theirs is chosen at first, so that nothing of anybody else's is lost by a quick press; where both are
 * known to have changed each (`words.open`), the person chooses each. `onKeep` is told the fields in which mine is to
 * count.
 */
export function ConflictChooser<Key extends string>({
  conflicts,
  words,
  isRunning,
  onChoose,
  onKeep,
  children,
}: {
  conflicts: readonly Conflict<Key>[];
  words: ConflictWords;
  isRunning: boolean;
  onChoose?: (key: Key, isMine: boolean) => void;
  onKeep: (mine: ReadonlySet<Key>) => void;
  /** Stands between the questions and the button. */
  children?: ReactNode;
}) {
  const [chosen, setChosen] = useState<ReadonlyMap<Key, boolean>>(new Map());
  const isMineChosen = (key: Key) => chosen.get(key) ?? (words.open ? null : false);
  const open = conflicts.filter(({ key }) => isMineChosen(key) === null).length;
  const choose = (key: Key, isMine: boolean) => {
    setChosen(new Map([...chosen, [key, isMine]]));
    onChoose?.(key, isMine);
  };
  const mine = new Set(conflicts.flatMap(({ key }) => (isMineChosen(key) ? [key] : [])));
  return (
    <form
      className="conflict-chooser"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning && open === 0) onKeep(mine);
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
                checked={isMineChosen(conflict.key) === isMine}
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
      {children}
      <Button tone="primary" type="submit" disabled={open > 0} aria-disabled={isRunning}>
        {isRunning ? words.running : words.keep}
      </Button>
      {open > 0 && (
        <p className="field-hint" role="status">
          {words.open?.(open)}
        </p>
      )}
    </form>
  );
}
