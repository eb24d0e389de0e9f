import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compressed.ts';

const rows = JSON.stringify(Array.from({ length: 200 }, (_, id) => ({ id, name: 'Đường trục thôn' })));
const ask = (encoding: string) =>
  new Request('http://127.0.0.1/rest/v1/roads', { headers: { 'accept-encoding': encoding } });
const json = (body: string) =>
  new Response(body, {
    status: 206,
    headers: { 'content-type': 'application/json', 'content-range': '0-199/200' },
  });

test('a long list is gzipped for who accepts it, and keeps its status and headers', async () => {
  const answer = await compressed(ask('gzip, br'), json(rows));
  const body = new Uint8Array(await answer.arrayBuffer());
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('content-length')).toBe(String(body.length));
  expect(answer.headers.get('vary')).toBe('accept-encoding');
  expect([answer.status, answer.headers.get('content-range')]).toEqual([206, '0-199/200']);
  expect(body.length).toBeLessThan(rows.length / 4);
  expect(gunzipSync(body).toString('utf8')).toBe(rows);
});

test('it stays plain for who does not, when short, and when it is no JSON', async () => {
  for (const answer of [
    await compressed(ask('identity'), json(rows)),
    await compressed(ask('gzip'), json('[]')),
    await compressed(ask('gzip'), new Response(rows, { headers: { 'content-type': 'image/png' } })),
  ]) {
    expect(answer.headers.get('content-encoding')).toBeNull();
  }
  expect(await (await compressed(ask('gzip'), json('[]'))).text()).toBe('[]');
});

test('an answer without a body passes, and one that is compressed already', async () => {
  const type = { 'content-type': 'application/json' };
  const none = new Response(null, { status: 204, headers: type });
  const packed = new Response(rows, { headers: { ...type, 'content-encoding': 'br' } });
  expect(await compressed(ask('gzip'), none)).toBe(none);
  expect(await compressed(ask('gzip'), packed)).toBe(packed);
});
