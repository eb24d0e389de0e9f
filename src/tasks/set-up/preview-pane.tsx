import { lazy, Suspense, useEffect, useRef } from 'react';
import type { PreviewMapProps } from '../../map/preview-map.tsx';
import { m } from '../../messages/generated/messages.js';
import { Skeleton } from '../../ui/skeleton.tsx';

// The map is by far the heaviest part of a step, and nothing waits for it.
const PreviewMap = lazy(() => import('../../map/preview-map.tsx'));

/** The map beside a step. */
export function PreviewPane({
  caption,
  ...props
}: Omit<PreviewMapProps, 'noMapText' | 'words'> & { caption?: string }) {
  const element = useRef<HTMLElement>(null);
  // On a phone the map may be far from the row that was pressed.
  useEffect(() => {
    if (props.focus != null) element.current?.scrollIntoView({ block: 'nearest' });
  }, [props.focus]);
  return (
    <figure ref={element} className="set-up-preview">
      <Suspense fallback={<Skeleton height="100%" />}>
        <PreviewMap
          {...props}
          noMapText={m.set_up_no_map()}
          words={{ zoomIn: m.set_up_zoom_in(), zoomOut: m.set_up_zoom_out(), whole: m.set_up_zoom_whole() }}
        />
      </Suspense>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
