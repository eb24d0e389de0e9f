import { m } from '../../messages/generated/messages.js';
import { number } from '../../ui/format.ts';
import type { Source } from './matching/matching.ts';
import type { Meaning } from './matching/meaning.ts';
import { meaningIn } from './matching/rows.ts';

// A column with more different texts than this is the wrong column.
const MOST_TEXTS = 40;

/** What each text of a column means, guessed where it can be. */
export function MeaningsForm({
  source,
  texts,
  known,
  options,
  onChange,
}: {
  source: Source;
  texts: readonly { text: string; rows: number }[];
  known: readonly Meaning[];
  options: readonly { value: string; name: string }[];
  onChange: (meanings: Source['meanings']) => void;
}) {
  if (texts.length > MOST_TEXTS) {
    return <p className="meanings-many">{m.set_up_meanings_many({ texts: number(texts.length) })}</p>;
  }
  return (
    <ul className="meanings">
      {texts.map(({ text, rows }) => {
        const meaning = meaningIn(text, source, known) ?? '';
        return (
          <li key={text}>
            <label className={meaning === '' ? 'meanings-unknown' : undefined}>
              <span className="meanings-text">
                “{text}” <small>{m.set_up_rows({ rows: number(rows) })}</small>
              </span>
              <select
                value={meaning}
                onChange={(event) => onChange({ ...source.meanings, [text]: event.target.value })}
              >
                {meaning === '' && <option value="">{m.set_up_meanings_choose()}</option>}
                {options.map(({ value, name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
