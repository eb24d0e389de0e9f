import type { Position } from 'geojson';
import { metresBetween, nearestAlong } from '../../geo/along.ts';
import { linesOf } from '../../geo/lines.ts';
import { byName } from '../../ui/format.ts';
import type { CareState, CareSubject, Worker } from './contract.ts';

/** Metres within which something is "here". */
const NEAR = 150;

const RANK: Record<CareState, number> = { overdue: 0, never: 1, due: 2, kept: 3 };

/** What a person's organization looks after; an officer sees all of it. */
export function ownWork(
  subjects: readonly CareSubject[],
  { isOfficer, organizationId }: Worker,
): CareSubject[] {
  if (isOfficer) return [...subjects];
  return subjects.filter(
    ({ organization_id }) => organization_id !== null && organization_id === organizationId,
  );
}

/** The most overdue first; what was never recorded after what is overdue, the longest wait first, then by name. */
export function byUrgency(subjects: readonly CareSubject[]): CareSubject[] {
  return subjects.toSorted(
    (one, other) =>
      RANK[one.state] - RANK[other.state] ||
      (one.oldest_done_on ?? '').localeCompare(other.oldest_done_on ?? '') ||
      byName(one.name, other.name),
  );
}

/** Metres from where somebody stands to a subject. */
export function distanceTo({ geometry }: Pick<CareSubject, 'geometry'>, position: Position): number {
  return geometry.type === 'Point'
    ? metresBetween(geometry.coordinates, position)
    : nearestAlong(linesOf(geometry), position).metres;
}

/** Whether a subject lies so near that the person probably means it. */
export function isNear(metres: number | null): boolean {
  return metres !== null && metres <= NEAR;
}

/** Whole days between two days YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The Monday with which a day's week begins. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
