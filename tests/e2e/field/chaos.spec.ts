import { test } from '../fixtures.ts';
import { sendThroughChaos } from './chaos.ts';

/** `npm run test:chaos` takes the full measure; every test run a small one. */
const isFull = process.env.CHAOS === 'full';

test.use({
  hasTouch: true,
  isMobile: true,
  viewport: { width: 390, height: 844 },
  serviceWorkers: 'allow',
  allowedProblems: /net::ERR_|Failed to load resource/,
});

test('records and photos made without a network arrive once each, in order, whatever dies meanwhile', async ({
  context,
}) => {
  test.setTimeout(isFull ? 3_600_000 : 300_000);
  await sendThroughChaos(
    context,
    isFull
      ? { records: 200, photos: 100, kills: 20, reloads: 10 }
      : { records: 12, photos: 6, kills: 3, reloads: 2 },
  );
});
