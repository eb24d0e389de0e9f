import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { answerWith } from './http-adapter.ts';
import { noteSource, sourceOf } from './request-source.ts';

it('is the address of the connection, whatever a header says', async () => {
  const seen: string[] = [];
  const server = createServer(
    (incoming, outgoing) =>
      void answerWith(
        async (request) => {
          seen.push(sourceOf(request));
          return new Response('ok');
        },
        incoming,
        outgoing,
      ),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const headers = { 'x-forwarded-for': '10.0.0.1', forwarded: 'for=10.0.0.1', connection: 'close' };
  await (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();
  await new Promise((done) => server.close(done));
  expect(seen).toEqual(['127.0.0.1']);
});

it('is empty for a request made inside this process, and where the connection is gone', () => {
  const request = new Request('http://127.0.0.1/');
  expect(sourceOf(request)).toBe('');
  noteSource(request, undefined);
  expect(sourceOf(request)).toBe('');
});
