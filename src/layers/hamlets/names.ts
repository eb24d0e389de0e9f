import type { HamletRow } from './row.ts';

/**
 * One-line names of hamlets by id. A number alone ("Thôn 3"), or a name that two hamlets have, carries the
 * former commune: "Thôn 3 (Du Lễ)".
 */
export function hamletNames(
  rows: readonly Pick<HamletRow, 'id' | 'name' | 'former_commune'>[],
): Map<string, string> {
  const times = new Map<string, number>();
  for (const { name } of rows) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    rows.map(({ id, name, former_commune }) => {
      const alone = (times.get(name) ?? 0) === 1 && !/\d\s*$/.test(name);
      return [id, alone || !former_commune ? name : `${name} (${former_commune})`];
    }),
  );
}
