import type { Page } from '@playwright/test';

/** The graphics memory behind the map, which a machine under strain takes away and may give back. */
export type DrawingContext = { takeAway: () => Promise<void>; giveBack: () => Promise<void> };

/** Takes hold of the drawn map's context, as it is now. */
export async function drawingContextOf(page: Page): Promise<DrawingContext> {
  const loss = await page.evaluateHandle(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
    const found = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!found) throw new Error('expected a map that draws with WebGL');
    return found;
  });
  return {
    takeAway: () => loss.evaluate((found) => found.loseContext()),
    giveBack: () => loss.evaluate((found) => found.restoreContext()),
  };
}
