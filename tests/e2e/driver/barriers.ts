import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

/** What axe finds against WCAG 2.2 AA, as a person reads it: the rule, and where it is broken. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Controls within `root` that a thumb may miss: their words, and how wide and high they are in pixels. */
export function smallTargets(root: Locator): Promise<string[]> {
  return root
    .locator('button, select, textarea, input:not([type="radio"], [type="checkbox"]), label:has(input)')
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { width, height } = control.getBoundingClientRect();
        // The calendar's own field is one pixel that nobody presses: its button opens it.
        const isShown = width > 1 && height > 1;
        // Half a pixel is a matter of rounding.
        return isShown && Math.min(width, height) < 47.5
          ? [`${control.textContent || control.getAttribute('aria-label')}: ${width} × ${height}`]
          : [];
      }),
    );
}
