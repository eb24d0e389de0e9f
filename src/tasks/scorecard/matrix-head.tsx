import { nameOf, unitText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import type { MatrixProps } from './contract.ts';
import { shortNameOf } from './figure-words.ts';
import { sortingAfter } from './matrix.ts';

/** Titles that sort; what a column is counted in stands under its title. */
export function MatrixHead({ indicators, sorting, onSort }: MatrixProps) {
  const columns = [
    { id: 'hamlet', title: m.scorecard_hamlet(), unit: '', whole: m.scorecard_hamlet() },
    {
      id: 'unmet',
      title: m.scorecard_unmet(),
      unit: m.scorecard_unmet_unit(),
      whole: m.scorecard_unmet_whole(),
    },
    ...indicators.map((indicator) => ({
      id: indicator.code,
      title: shortNameOf(indicator),
      unit: unitText(indicator.unit),
      whole: nameOf(indicator),
    })),
  ];
  const { descending } = sorting;
  return (
    <thead>
      <tr>
        {columns.map(({ id, title, unit, whole }) => {
          const isSorted = sorting.column === id;
          return (
            <th
              key={id}
              scope="col"
              aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                title={m.scorecard_sort_by({ title: whole })}
                onClick={() => onSort(sortingAfter(sorting, id))}
              >
                <span>{title}</span>
                <small>
                  {unit} <span aria-hidden="true">{isSorted ? (descending ? '↓' : '↑') : ''}</span>
                </small>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
