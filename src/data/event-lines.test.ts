import { expect, it } from 'vitest';
import { readEvents, type ServerEvent } from './event-lines.ts';

function bodyOf(parts: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part));
      controller.close();
    },
  });
}

async function eventsOf(parts: readonly string[]): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(bodyOf(parts))) events.push(event);
  return events;
}

const TEXT = ': nghe\n\nevent: change\ndata: {"table":"roads"}\n\n:\n\nevent: everything\ndata: {}\n\n';
const EVENTS = [
  { name: '', data: '' },
  { name: 'change', data: '{"table":"roads"}' },
  { name: '', data: '' },
  { name: 'everything', data: '{}' },
];

it('reads events and comments', async () => {
  expect(await eventsOf([TEXT])).toEqual(EVENTS);
});

it('reads them however they are cut', async () => {
  expect(await eventsOf([...TEXT])).toEqual(EVENTS);
});

it('does not take half an event for one', async () => {
  expect(await eventsOf(['event: change\ndata: {"table":"ro'])).toEqual([]);
});
