import { test as base, expect } from '@playwright/test';
import { CommunePage } from './driver/commune-page.ts';
import { type Watch, watch } from './driver/watch.ts';

type Fixtures = {
  /** Problems on the console that the test itself provokes, and only those. */
  allowedProblems: RegExp;
  /** The page of the shared sample commune. */
  commune: CommunePage;
  watched: Watch;
};

/** Address of the sample commune's server that serves the whole run. */
export function sampleAddress(): string {
  const address = process.env.SAMPLE_ADDRESS;
  if (!address) throw new Error('expected global-setup.ts to have started the sample server');
  return address;
}

/** Every test also says: the console stayed clean, and nothing was asked of anybody but our own server. */
export const test = base.extend<Fixtures>({
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
  commune: async ({ page }, use) => {
    await use(new CommunePage(page, sampleAddress()));
  },
});

export { expect };
