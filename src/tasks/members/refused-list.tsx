import { m } from '../../messages/generated/messages.js';
import { instant } from '../../ui/format.ts';
import type { RefusedAttempt } from './server.ts';
import { attemptWords } from './words.ts';

const MOST_SHOWN = 20;

/** What somebody tried and was refused, newest first; nothing where nobody did. */
export function RefusedList({ attempts }: { attempts: readonly RefusedAttempt[] }) {
  if (attempts.length === 0) return null;
  return (
    <section className="refused" aria-labelledby="refused-title">
      <h2 id="refused-title">{m.members_refused_title()}</h2>
      <ul>
        {attempts.slice(0, MOST_SHOWN).map((attempt) => (
          <li key={attempt.id}>
            <span className="room-table-quiet">{instant(attempt.attempted_at)}</span>
            <span>
              <strong>{attempt.attempted_by_name}</strong> {attemptWords(attempt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
