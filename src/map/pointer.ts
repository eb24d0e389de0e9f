import { type Map as MapLibreMap, Point } from 'maplibre-gl';

/** Pixels around the pointer in which something counts as meant. */
const MOUSE = 5;
const FINGER = 14;

export type PointerTarget = {
  /** The mouse stands at a place of the map, or left it. Never called for a finger. */
  onHover: (place: { point: Point; reach: number } | null) => void;
  /** A click, a tap, or Enter with the map focused, which means the middle. */
  onPick: (point: Point, reach: number, byKey: boolean) => void;
};

/** Watches mouse, finger and Enter key on the map. Returns how to stop. */
export function watchPointer(map: MapLibreMap, { onHover, onPick }: PointerTarget): () => void {
  const canvas = map.getCanvas();
  let frame = 0;
  const leave = () => {
    cancelAnimationFrame(frame);
    onHover(null);
  };
  const move = (event: PointerEvent) => {
    cancelAnimationFrame(frame);
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return onHover(null);
    const box = canvas.getBoundingClientRect();
    const point = new Point(event.clientX - box.left, event.clientY - box.top);
    frame = requestAnimationFrame(() => {
      if (!map.isMoving()) onHover({ point, reach: MOUSE });
    });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== canvas) return;
    event.preventDefault();
    onPick(new Point(canvas.clientWidth / 2, canvas.clientHeight / 2), FINGER, true);
  };
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('keydown', press);
  map.on('movestart', leave);
  map.on('click', ({ point, originalEvent }) => {
    const finger = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
    onPick(point, finger ? FINGER : MOUSE, false);
  });
  return () => {
    cancelAnimationFrame(frame);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerleave', leave);
    canvas.removeEventListener('keydown', press);
  };
}
