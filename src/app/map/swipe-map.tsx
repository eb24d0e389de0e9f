import './swipe-map.css';
import { type ComponentType, useMemo, useRef, useState } from 'react';
import type { CameraLink } from '../../map/camera-link.ts';
import type { CommuneMapProps } from '../../map/contract.ts';
import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { movedLine } from './moved-line.ts';
import { useComparedDay } from './use-compared-day.ts';
import type { MapPageModel } from './use-map-page.ts';
import { useSameList } from './use-same-list.ts';

const nothing = () => undefined;
/** Where the line stands at first: the middle of what no legend covers matters less than both days in sight. */
const MIDDLE = 50;

/**
 * The other day over the same ground, cut off at a line that a pointer, a finger or the arrow keys move. It is only
 * looked at: what is pressed is the map of the shown day below it.
 */
export function SwipeMap({
  page,
  compareTo,
  CommuneMap,
  ground,
  cameras,
}: {
  page: MapPageModel;
  compareTo: string;
  CommuneMap: ComponentType<CommuneMapProps>;
  ground: Pick<CommuneMapProps, 'commune' | 'neighbours' | 'fitPadding' | 'attribution' | 'presented'>;
  cameras: CameraLink;
}) {
  const { facts, view, layers } = page;
  const compared = useComparedDay(page, compareTo);
  const [line, setLine] = useState(MIDDLE);
  const frame = useRef<HTMLDivElement>(null);
  const [camera] = useState(view.camera);
  const link = useMemo(() => ({ as: 'follow' as const, with: cameras }), [cameras]);
  const shown = useSameList(
    (compared?.layers ?? []).filter(({ isOn }) => isOn).map(({ layer, rows }) => ({ layer, rows })),
  );
  // The earlier day stands on the left, as on any line of time.
  const isBefore = compareTo < facts.asOf;
  const [left, right] = isBefore ? [compareTo, facts.asOf] : [facts.asOf, compareTo];
  const attribution = useMemo(
    () => ({ ...ground.attribution, date: compareTo }),
    [ground.attribution, compareTo],
  );
  const drag = (x: number) => {
    const box = frame.current?.getBoundingClientRect();
    if (box && box.width > 0) setLine(movedLine(((x - box.left) / box.width) * 100));
  };
  const hidesPolice = layers.some(({ layer, isOn, isAllowed }) => layer.restriction && isOn && isAllowed);
  return (
    <div ref={frame} className="swipe" style={{ ['--line' as string]: `${line}%` }}>
      {compared && (
        <div className={isBefore ? 'swipe-map swipe-map-left' : 'swipe-map swipe-map-right'} inert>
          <ErrorBoundary fallback={() => null}>
            <CommuneMap
              {...ground}
              shown={shown}
              facts={compared.facts}
              indicator={view.indicator}
              selection={null}
              camera={camera}
              onCamera={nothing}
              onSelect={nothing}
              onFault={nothing}
              attribution={attribution}
              link={link}
            />
          </ErrorBoundary>
        </div>
      )}
      <p className="swipe-day swipe-day-left" data-over-map>
        {day(left)}
      </p>
      <p className="swipe-day swipe-day-right" data-over-map>
        {day(right)}
      </p>
      {!compared && (
        <p className="swipe-coming" role="status">
          {m.compare_loading({ date: day(compareTo) })}
        </p>
      )}
      {hidesPolice && <p className="swipe-coming">{m.compare_police()}</p>}
      <div
        className="swipe-line"
        role="slider"
        tabIndex={0}
        aria-label={m.compare_slider()}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={line}
        aria-valuetext={m.compare_slider_at({ percent: line, date: day(left) })}
        data-over-map
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) =>
          event.currentTarget.hasPointerCapture(event.pointerId) && drag(event.clientX)
        }
        onKeyDown={(event) => {
          const next = movedLine(line, event.key);
          if (next === line) return;
          event.preventDefault();
          setLine(next);
        }}
      >
        <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
          <circle cx="22" cy="22" r="20" fill="var(--panel)" stroke="var(--ink)" strokeWidth="1.5" />
          <path
            d="M17 15l-7 7 7 7M27 15l7 7-7 7"
            fill="none"
            stroke="var(--ink)"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </div>
    </div>
  );
}
