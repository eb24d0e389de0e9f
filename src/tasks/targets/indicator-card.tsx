import type { Indicator } from '../../data/progress.ts';
import { countingOn, type TargetVersion } from '../../data/target-versions.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { day } from '../../ui/format.ts';

import { targetText } from './words.ts';

/** One indicator: what it means, and its targets over time. `children` is the open form. */
export function IndicatorCard({
  indicator,
  targets,
  today,
  nameOf,
  onEdit,
  onAdd,
  children,
}: {
  indicator: Indicator;
  targets: readonly TargetVersion[];
  today: string;
  nameOf: (hamletId: string) => string;
  /** Null: this person reads only. */
  onEdit: ((target: TargetVersion) => void) | null;
  onAdd: (() => void) | null;
  children: React.ReactNode;
}) {
  const locale = getLocale();
  const counting = countingOn(targets, today);
  const scopeText = ({ scope, hamlet_id }: TargetVersion) =>
    scope === 'hamlet'
      ? nameOf(hamlet_id ?? '')
      : scope === 'commune'
        ? m.targets_scope_commune()
        : m.targets_scope_hamlets();
  const sorted = targets.toSorted(
    (one, other) =>
      scopeText(one).localeCompare(scopeText(other), 'vi') || (one.valid_from < other.valid_from ? 1 : -1),
  );
  return (
    <Card className="targets-card">
      <h2>{indicator.name[locale]}</h2>
      <dl className="targets-meaning">
        <dt>{m.targets_formula()}</dt>
        <dd>{indicator.formula[locale]}</dd>
        <dt>{m.targets_states()}</dt>
        <dd>{indicator.state_rule[locale]}</dd>
      </dl>
      {indicator.code === 'model-roads' && <p className="targets-none">{m.targets_in_rules()}</p>}
      {sorted.length === 0 ? (
        <p className="targets-none">{m.targets_none()}</p>
      ) : (
        <ul className="targets-list">
          {sorted.map((target) => (
            <li key={target.id} data-now={counting.includes(target) || undefined}>
              <strong>{targetText(target, indicator)}</strong>
              <span>{scopeText(target)}</span>
              <span>
                {day(target.valid_from)} – {target.valid_to ? day(target.valid_to) : m.targets_open()}
                {counting.includes(target) && <b> · {m.targets_now()}</b>}
              </span>
              <span className="targets-quiet">{target.legal_basis ?? m.targets_no_basis()}</span>
              <Badge tone={target.confirmed ? 'met' : 'sample'}>
                {target.confirmed ? m.targets_confirmed() : m.targets_unconfirmed()}
              </Badge>
              {onEdit && (
                <Button
                  tone="quiet"
                  aria-label={m.targets_edit({
                    value: targetText(target, indicator),
                    date: day(target.valid_from),
                  })}
                  onClick={() => onEdit(target)}
                >
                  {m.targets_edit_short()}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {children}
      {onAdd && (
        <div className="targets-acts">
          <Button onClick={onAdd}>{m.targets_add()}</Button>
        </div>
      )}
    </Card>
  );
}
