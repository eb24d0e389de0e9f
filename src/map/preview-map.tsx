import './preview-map.css';
import type { Geometry, Point } from 'geojson';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { createPreview, type Preview, type PreviewFeature } from './preview.ts';

export type PreviewMapProps = {
  /** What the picture shows, for those who do not see it. */
  label: string;
  /** Said in place of a picture where nothing can be drawn. */
  noMapText: string;
  words: { zoomIn: string; zoomOut: string; whole: string };
  /** The commune's outline; null while there is none. */
  outline: Geometry | null;
  features: readonly PreviewFeature[];
  /** A place to look at closely: where a line crosses itself. */
  mark?: Point | null;
  /** The row to move to, a new object each time it is asked for; null: show everything. */
  focus?: { row: number } | null;
};

/** A small map of what a file holds, before anything of it is stored. */
export default function PreviewMap({ label, noMapText, words, ...shown }: PreviewMapProps) {
  const { outline, features, mark = null, focus = null } = shown;
  const container = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!container.current) return;
    let made: Preview;
    try {
      made = createPreview(container.current, label);
    } catch {
      // No WebGL on this machine: everything else on the page goes on working.
      setFailed(true);
      return;
    }
    setPreview(made);
    return () => {
      setPreview(null);
      made.remove();
    };
  }, [label]);

  useEffect(() => preview?.show({ outline, features, mark }), [preview, outline, features, mark]);
  useEffect(() => preview?.lookAt(focus?.row ?? null), [preview, focus]);

  if (failed) return <p className="preview-map preview-map-none">{noMapText}</p>;
  return (
    <div className="preview-map">
      <div ref={container} className="preview-map-canvas" />
      <div className="preview-map-controls">
        <Button aria-label={words.zoomIn} title={words.zoomIn} onClick={() => preview?.zoom(1)}>
          +
        </Button>
        <Button aria-label={words.zoomOut} title={words.zoomOut} onClick={() => preview?.zoom(-1)}>
          −
        </Button>
        <Button onClick={() => preview?.lookAt(null)}>{words.whole}</Button>
      </div>
    </div>
  );
}
