import './compare-bar.css';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { monthEnd, monthsBefore } from '../../ui/day.ts';
import { DayField } from '../../ui/day-field.tsx';
import { day } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';

/** With which other day the shown one is compared: a few that are often meant, or any. */
export function CompareBar({
  asOf,
  compareTo,
  onChange,
}: {
  asOf: string;
  compareTo: string | null;
  onChange: (compareTo: string | null) => void;
}) {
  // "Đầu năm" is the end of the year before: what was reached when the year began.
  const quick = [
    { text: m.compare_month_before(), to: monthEnd(asOf, -1) },
    { text: m.compare_year_start(), to: `${Number(asOf.slice(0, 4)) - 1}-12-31` },
    { text: m.compare_year_before(), to: monthsBefore(asOf, 12) },
  ];
  return (
    <details className="compare-bar">
      <summary>
        <span>{compareTo === null ? m.compare_title() : m.compare_on({ date: day(compareTo) })}</span>
        <Icon name="down" />
      </summary>
      <div className="compare-bar-body">
        <div className="compare-bar-quick">
          {quick.map(({ text, to }) => (
            <Button key={text} aria-pressed={to === compareTo} title={day(to)} onClick={() => onChange(to)}>
              {text}
            </Button>
          ))}
        </div>
        <div className="compare-bar-day">
          <DayField
            framed
            label={m.compare_day()}
            pickLabel={m.compare_pick()}
            wrongText={m.shell_wrong_day()}
            value={compareTo}
            onChange={onChange}
          />
          {compareTo !== null && (
            <Button tone="quiet" onClick={() => onChange(null)}>
              {m.compare_stop()}
            </Button>
          )}
        </div>
        {compareTo === asOf && <p role="status">{m.compare_same()}</p>}
      </div>
    </details>
  );
}
