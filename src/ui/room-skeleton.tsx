import './room-skeleton.css';
import { Skeleton } from './skeleton.tsx';

const WIDTHS = ['42%', '55%', '36%', '48%', '40%', '52%'] as const;

/** A list that is on its way: what is above it, and its first rows. */
export function RoomSkeleton() {
  return (
    <div className="room-skeleton">
      <Skeleton width="14rem" height="3rem" />
      <ul aria-hidden="true">
        {WIDTHS.map((width) => (
          <li key={width}>
            <Skeleton width={width} height="1.25rem" />
          </li>
        ))}
      </ul>
    </div>
  );
}
