import './coming-day.css';
import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';

/** Says, while a day's rows are on their way, which day is still shown. `coming` null: nothing is waited for. */
export function ComingDay({ coming, shown }: { coming: string | null; shown: string }) {
  return (
    <div className="coming-day" role="status">
      {coming !== null && (
        <p>
          <strong>{m.shell_coming_day({ date: day(coming) })}</strong>{' '}
          <span>{m.shell_still_shown({ date: day(shown) })}</span>
        </p>
      )}
    </div>
  );
}
