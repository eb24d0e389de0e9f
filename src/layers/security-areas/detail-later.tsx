import { lazy, Suspense } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Facts } from '../layer.ts';
import type { SecurityAreaRow } from './row.ts';

// Years and criteria are read by few and late: they are no part of the first screen's program.
const Detail = lazy(async () => ({ default: (await import('./detail.tsx')).Detail }));

/** What is known of one area, as soon as it can be shown. */
export function DetailLater(props: { row: SecurityAreaRow; facts: Facts }) {
  return (
    <Suspense fallback={<Skeleton />}>
      <Detail {...props} />
    </Suspense>
  );
}
