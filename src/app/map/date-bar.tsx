import './date-bar.css';
import { m } from '../../messages/generated/messages.js';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { monthEnd, today } from '../../ui/day.ts';
import { DayField } from '../../ui/day-field.tsx';

/** The one day that rules every layer. `asOf` null is today; months are stepped by their ends. */
export function DateBar({
  asOf,
  onChange,
}: {
  asOf: string | null;
  onChange: (asOf: string | null) => void;
}) {
  const now = today();
  const shown = asOf ?? now;
  // Today is not written into the link, so that tomorrow it still means today.
  const choose = (day: string | null) => onChange(day === now ? null : day);
  const after = shown === monthEnd(shown, 0) ? monthEnd(shown, 1) : monthEnd(shown, 0);
  return (
    <Card className="date-bar">
      <span className="date-bar-label" aria-hidden="true">
        {m.shell_as_of()}
      </span>
      <DayField
        label={m.shell_as_of()}
        pickLabel={m.shell_pick_day()}
        wrongText={m.shell_wrong_day()}
        value={shown}
        onChange={choose}
      />
      <span className="date-bar-steps">
        {asOf !== null && (
          <Button tone="quiet" onClick={() => onChange(null)}>
            {m.shell_today()}
          </Button>
        )}
        <IconButton icon="back" label={m.shell_month_before()} onClick={() => choose(monthEnd(shown, -1))} />
        <IconButton
          icon="forward"
          label={m.shell_month_after()}
          disabled={shown >= now}
          onClick={() => choose(after > now ? null : after)}
        />
      </span>
    </Card>
  );
}
