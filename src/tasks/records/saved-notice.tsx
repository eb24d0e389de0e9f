import { m } from '../../messages/generated/messages.js';
import { IconButton } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Answer } from './act.ts';
import { problemWords } from './problem-words.ts';

function figuresText(sum: NonNullable<Answer['statistics_sum']>): string {
  const said = [
    { value: number(sum.households), unit: m.records_unit_households() },
    { value: number(sum.population), unit: m.records_unit_people() },
    { value: number(sum.cultivated_area_ha, 2), unit: m.records_unit_hectares() },
  ];
  return said.flatMap(({ value, unit }) => (value === null ? [] : [`${value} ${unit}`])).join(', ');
}

function titleFor(name: string | null, isRestored: boolean): string {
  if (name === null) return m.records_saved_nothing_lost();
  return isRestored ? m.records_restored({ name }) : m.records_saved({ name });
}

/** Says that it is saved, and what was mended or should be looked at. */
export function SavedNotice({
  name,
  answer: { repairs = [], warnings = [], statistics_sum: sum, kept },
  isRestored,
  onDismiss,
}: {
  /** What was saved; null where its name is not known here. */
  name: string | null;
  answer: Answer;
  /** It was brought back rather than written. */
  isRestored: boolean;
  onDismiss: () => void;
}) {
  const lines = [...warnings, ...repairs].map((problem) => problemWords(problem));
  const figures = sum && figuresText(sum);
  if (kept !== undefined) lines.push(m.records_proposed_text());
  if (figures) lines.push(m.records_merge_sum({ figures }));
  return (
    <Notice
      tone={warnings.length > 0 ? 'warning' : 'done'}
      title={kept === undefined ? titleFor(name, isRestored) : m.records_proposed({ name: kept })}
      action={<IconButton icon="close" label={m.records_dismiss()} onClick={onDismiss} />}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}
