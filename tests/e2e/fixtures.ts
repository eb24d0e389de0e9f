import { rmSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { copyFolder } from '../support/sample-folder.ts';
import { startServer } from '../support/server.ts';
import { CommunePage } from './driver/commune-page.ts';
import { type Watch, watch } from './driver/watch.ts';

type Fixtures = {
  /** Problems on the console that the test itself provokes, and only those. */
  allowedProblems: RegExp;
  /** The page of the shared sample commune. */
  commune: CommunePage;
  watched: Watch;
};

/** A copy of the sample commune's data folder, as global-setup.ts made it. */
export function copySample(): string {
  const folder = process.env.SAMPLE_FOLDER;
  if (!folder) throw new Error('expected global-setup.ts to have made the sample commune');
  return copyFolder(folder);
}

/**
 * A server with the sample commune for all journeys of one worker that do no harm. Each worker has its own: what
 * ends an account's sessions in one must not end them in the middle of a journey in another.
 */
export const testWithSample = base.extend<object, { sample: string }>({
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures named, and this needs none.
    async ({}, use) => {
      const server = await startServer({ dataFolder: copySample() });
      await use(server.address);
      await server.stop();
      rmSync(server.dataFolder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

/** Every test also says: the console stayed clean, and nothing was asked of anybody but our own server. */
export const test = testWithSample.extend<Fixtures>({
  allowedProblems: [/(?!)/, { option: true }],
  watched: [
    async ({ context, allowedProblems }, use) => {
      const seen = watch(context, /^http:\/\/127\.0\.0\.1:\d+\//);
      await use(seen);
      const unexpected = seen.problems.filter((problem) => !allowedProblems.test(problem));
      expect(unexpected, 'problems on the console').toEqual([]);
      expect(seen.foreign, 'requests that left the server').toEqual([]);
    },
    { auto: true },
  ],
  commune: async ({ page, sample }, use) => {
    await use(new CommunePage(page, sample));
  },
});

export { expect };
