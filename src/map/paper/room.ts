/** Pixels. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** Remembers which places are taken, so that no label lies on another. */
export class Room {
  #taken: Box[] = [];
  #edges: Box;

  /** `edges`: what is written past them would be cut. */
  constructor(edges: Box) {
    this.#edges = edges;
  }

  isFree(box: Box): boolean {
    const { left, top, right, bottom } = this.#edges;
    const isInside = box.left >= left && box.top >= top && box.right <= right && box.bottom <= bottom;
    return (
      isInside &&
      this.#taken.every(
        (other) =>
          box.right <= other.left ||
          box.left >= other.right ||
          box.bottom <= other.top ||
          box.top >= other.bottom,
      )
    );
  }

  take(box: Box): void {
    this.#taken.push(box);
  }
}
