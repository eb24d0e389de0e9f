import { expect, it, vi } from 'vitest';
import { createEventStream } from './event-stream.ts';

const change = (table: string) => ({ kind: 'change', commune: 'a', table }) as const;
const words = (table: string) => `event: change\ndata: {"commune":"a","table":"${table}"}\n\n`;

async function taken(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  return new TextDecoder().decode((await reader.read()).value);
}

it('says each table once to a reader that is slow, however often it was written', async () => {
  const stream = createEventStream(() => undefined);
  for (let time = 0; time < 1000; time += 1) {
    stream.tell(change('roads'));
    stream.tell(change('hamlets'));
  }
  const reader = stream.body.getReader();
  expect(await taken(reader)).toBe(': nghe\n\n');
  expect(await taken(reader)).toBe(words('roads') + words('hamlets'));
  stream.tell(change('roads'));
  expect(await taken(reader)).toBe(words('roads'));
});

it('says nothing twice to a reader that is waiting', async () => {
  const stream = createEventStream(() => undefined);
  const reader = stream.body.getReader();
  await taken(reader);
  const first = taken(reader);
  // Only a reader whose wait the stream has noticed is served at once.
  await new Promise(setImmediate);
  stream.tell(change('roads'));
  expect(await first).toBe(words('roads'));
  const second = taken(reader);
  stream.tell(change('hamlets'));
  expect(await second).toBe(words('hamlets'));
});

it('tells for how long nothing was taken', async () => {
  let now = 0;
  const stream = createEventStream(
    () => undefined,
    () => now,
  );
  const reader = stream.body.getReader();
  await taken(reader);
  expect(stream.waitingFor()).toBe(0);
  stream.keepAlive();
  stream.tell(change('roads'));
  now = 61_000;
  expect(stream.waitingFor()).toBe(61_000);
});

it('says once that it is over, whichever side ended it', async () => {
  const gone = vi.fn();
  const ours = createEventStream(gone);
  ours.end();
  ours.end();
  ours.tell(change('roads'));
  expect(gone).toHaveBeenCalledTimes(1);

  const theirs = createEventStream(gone);
  await theirs.body.cancel();
  theirs.end();
  expect(gone).toHaveBeenCalledTimes(2);
});
