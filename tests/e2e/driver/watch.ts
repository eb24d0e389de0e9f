import type { BrowserContext, Request } from '@playwright/test';

/** What went on in a browser context beside what a person sees. */
export type Watch = {
  /** Errors and warnings on the console, and errors that nobody caught. */
  problems: string[];
  /** Addresses asked for outside the server's own origin. */
  foreign: string[];
  /** Every address asked for, in order. */
  asked: string[];
};

/** Begins to watch a context; only addresses that match `own` count as the server's own. */
export function watch(context: BrowserContext, own: RegExp): Watch {
  const seen: Watch = { problems: [], foreign: [], asked: [] };
  context.on('console', (message) => {
    // Whoever listens for what others save notices first that a server went, be it at the end of a test.
    const isLiveCutOff =
      /\/live\?/.test(message.location().url) &&
      /net::ERR_(CONNECTION|EMPTY|INCOMPLETE)/.test(message.text());
    // The browser of the tests puts the drawn map into the page by reading it back, and remarks on that.
    const isReadBack = /GL Driver Message .* GPU stall due to ReadPixels/.test(message.text());
    // Tests that need no page without a network keep its service worker out, which the browser remarks on.
    const isKeptOut = message.text() === 'Service Worker registration blocked by Playwright';
    if (['error', 'warning'].includes(message.type()) && !isLiveCutOff && !isReadBack && !isKeptOut)
      seen.problems.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => seen.problems.push(`uncaught: ${error.error().message}`));
  context.on('request', (request: Request) => {
    const address = request.url();
    seen.asked.push(address);
    if (!own.test(address) && !/^(data|blob|about):/.test(address)) seen.foreign.push(address);
  });
  return seen;
}
