import { useModule } from '../connection/use-module.ts';
import { useDayAhead } from './day-ahead.ts';
import type { MapPageModel } from './use-map-page.ts';

const loadSlider = () => import('./time-slider.tsx');

/** The strip under the map with the plan's months. It is as high before the slider is here as with it. */
export function TimeDock({ page, wanted }: { page: MapPageModel; wanted: boolean }) {
  const { module } = useModule(loadSlider, wanted);
  const fetchAhead = useDayAhead(page);
  return (
    <div className="map-page-time">
      {module && (
        <module.default
          asOf={page.view.asOf}
          isHere={page.isSettled && page.comingDay === null}
          onChange={(asOf, options) => page.change({ asOf }, options)}
          onNear={fetchAhead}
        />
      )}
    </div>
  );
}
