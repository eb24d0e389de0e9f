import './progress.css';

/** Work under way, of which nobody knows how long it takes. */
export function Progress({ words }: { words: string }) {
  return (
    <div className="set-up-progress" role="status">
      <span>{words}</span>
      <progress aria-label={words} />
    </div>
  );
}
