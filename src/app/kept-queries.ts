/**
 * Queries whose latest answer this device keeps for the person who asked, by the second part of their key: what the
 * map, its lists and the work in the field are made of. Nothing that police alone may read stands here, ever.
 */
const KEPT: ReadonlySet<unknown> = new Set([
  'communes',
  'memberships',
  'organizations',
  'criteria',
  'ground',
  'hamlets',
  'roads',
  'model-roads',
  'waste-points',
  'cemeteries',
  'care-stretches',
  'care-subjects',
  'care-records',
  'care-rota',
  'proposals',
]);

/** Whether the answer of a query is kept on this device. */
export function isKept(key: readonly unknown[]): boolean {
  return KEPT.has(key[1]);
}
