import './progress.css';

/** Work under way; with `done` how far it has come (0 to 1), without it nobody knows how long it takes. */
export function Progress({ words, done }: { words: string; done?: number }) {
  return (
    <div className="set-up-progress" role="status">
      <span>{words}</span>
      <progress aria-label={words} value={done} />
    </div>
  );
}
