import type { Backend } from '../../supabase/local/backend.ts';

/** Somebody who listens at `/live`. */
export type Ear = {
  /** `A roads` for each table heard of, `everything` where all is to be asked again; since the last `forget`. */
  heard(): string[];
  /** All that came, as it came. */
  words(): string;
  forget(): void;
  /** Waits until what was heard is enough; rejects when the server ends it before. */
  until(isEnough: (heard: string[]) => boolean): Promise<void>;
  /** Resolves when the server has ended it. */
  ended: Promise<void>;
  close(): void;
};

/**
 * Listens under an access token (null: as a visitor); `ago` as the page sends it, in milliseconds.
 * Throws with the status when the server refuses.
 */
export async function listenAs(
  backend: Pick<Backend, 'fetch' | 'keys'>,
  token: string | null,
  ago = 0,
): Promise<Ear> {
  const left = new AbortController();
  const answer = await backend.fetch(
    new Request(`http://127.0.0.1/live?ago=${ago}`, {
      headers: { apikey: backend.keys.publishable, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      signal: left.signal,
    }),
  );
  if (!answer.ok || !answer.body) throw new Error(`/live answered ${answer.status}`);
  let words = '';
  let from = 0;
  let isOver = false;
  const waiting = new Set<() => void>();
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      words += decoder.decode(part, { stream: true });
      for (const look of [...waiting]) look();
    }
    isOver = true;
    for (const look of [...waiting]) look();
  })();
  const heard = () =>
    [...words.slice(from).matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, kind, data]) => {
      if (kind !== 'change') return String(kind);
      const { commune, table } = JSON.parse(data ?? '') as { commune: string; table: string };
      return `${commune.charAt(0).toUpperCase()} ${table}`;
    });
  return {
    heard,
    words: () => words,
    forget: () => {
      from = words.length;
    },
    until: (isEnough) =>
      new Promise((done, fail) => {
        const look = () => {
          const enough = isEnough(heard());
          if (!enough && !isOver) return;
          waiting.delete(look);
          if (enough) done();
          else fail(new Error(`the stream ended after: ${heard().join(', ')}`));
        };
        waiting.add(look);
        look();
      }),
    ended,
    close: () => left.abort(),
  };
}
