import type { Page } from '@playwright/test';

/** A slow line: keeps every answer about one day back until it is released. */
export async function holdDay(page: Page, day: string): Promise<{ release: () => void }> {
  const gate = Promise.withResolvers<void>();
  await page.route(/\/rest\/v1\/rpc\/\w+_at\b/, async (route) => {
    if (route.request().postDataJSON()?.as_of === day) await gate.promise;
    await route.continue();
  });
  return { release: gate.resolve };
}
