import { m } from '../../messages/generated/messages.js';
import { Button, IconButton } from '../../ui/button.tsx';
import { monthStart } from '../../ui/day.ts';
import { periodText } from './words.ts';

/** Which month or year is entered. */
export function PeriodBar({
  every,
  period,
  latest,
  onEvery,
  onPeriod,
}: {
  every: 'month' | 'year';
  /** First day of the period. */
  period: string;
  /** First day of the running period: later ones have not begun. */
  latest: string;
  onEvery: (every: 'month' | 'year') => void;
  onPeriod: (period: string) => void;
}) {
  const step = every === 'year' ? 12 : 1;
  return (
    <div className="reports-bar">
      <div className="reports-every">
        <Button aria-pressed={every === 'month'} onClick={() => onEvery('month')}>
          {m.reports_month()}
        </Button>
        <Button aria-pressed={every === 'year'} onClick={() => onEvery('year')}>
          {m.reports_year()}
        </Button>
      </div>
      <div className="reports-period">
        <IconButton
          icon="back"
          label={m.reports_before()}
          onClick={() => onPeriod(monthStart(period, -step))}
        />
        <h2 aria-live="polite">{periodText(every, period)}</h2>
        <IconButton
          icon="forward"
          label={m.reports_after()}
          disabled={period >= latest}
          onClick={() => onPeriod(monthStart(period, step))}
        />
      </div>
    </div>
  );
}
