/** What is told, in the order in which it is sent: everything asks for all again and makes the tables needless. */
export type Told = { kind: 'everything' } | { kind: 'change'; commune: string; table: string };

/** One listener's answer, which goes on until one side ends it. */
export type EventStream = {
  body: ReadableStream<Uint8Array>;
  tell(told: Told): void;
  /** A line that means nothing, so that the connection is not taken for dead. */
  keepAlive(): void;
  /** Milliseconds for which something has been waiting to be taken; 0 when nothing is. */
  waitingFor(): number;
  end(): void;
};

/**
 * A stream of server-sent events that never grows: what a slow reader has not taken yet is a set, in which a
 * table stands once. `onGone` is called once, when either side has ended it.
 */
export function createEventStream(onGone: () => void, now: () => number = Date.now): EventStream {
  const encoder = new TextEncoder();
  const waiting = new Set<string>();
  let waitingSince = 0;
  let isOver = false;
  let sendTo: ReadableStreamDefaultController<Uint8Array> | null = null;

  const send = () => {
    if (isOver || !sendTo || waiting.size === 0 || (sendTo.desiredSize ?? 0) <= 0) return;
    const words = [...waiting].join('');
    // Emptied first: taking a piece may ask for the next one at once.
    waiting.clear();
    sendTo.enqueue(encoder.encode(words));
  };
  const put = (words: string) => {
    if (waiting.size === 0) waitingSince = now();
    waiting.add(words);
    send();
  };
  const over = () => {
    if (isOver) return;
    isOver = true;
    onGone();
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      sendTo = controller;
      // Sent at once, so that headers go out and the other side knows that it is heard.
      put(': nghe\n\n');
    },
    pull: send,
    cancel: over,
  });
  return {
    body,
    tell(told) {
      if (told.kind === 'everything') put('event: everything\ndata: {}\n\n');
      else put(`event: change\ndata: ${JSON.stringify({ commune: told.commune, table: told.table })}\n\n`);
    },
    keepAlive: () => put(':\n\n'),
    waitingFor: () => (waiting.size === 0 ? 0 : now() - waitingSince),
    end() {
      if (isOver) return;
      over();
      sendTo?.close();
    },
  };
}
