import { expect, test, vi } from 'vitest';

// The client asks the page where the server is; here is no page, and nothing is asked of it.
vi.mock('../client.ts', () => ({ client: {}, askAsPerson: () => undefined }));
const { readHandover } = await import('./handover.ts');

const handed = (more: object = {}) =>
  JSON.stringify({
    kind: 'xa-hanh-phuc-outbox',
    version: 1,
    person: 'veteran',
    items: [
      {
        id: 'one',
        communeId: 'commune',
        act: 'record_care',
        parameters: { record: { id: 'one', done_on: '2026-11-27' } },
        subject: 'road',
        title: 'Đường 1',
        photos: [{ id: 'photo', jpeg: btoa('\xff\xd8\xff\xd9') }],
      },
      {
        id: 'two',
        communeId: 'commune',
        act: 'take_back_care',
        parameters: { id: 'x' },
        subject: 'road',
        title: '',
        photos: [],
      },
    ],
    ...more,
  });

test('a record that is handed in stays that of who wrote it, with its pictures byte for byte', () => {
  const [record, takenBack] = readHandover(handed())?.doings ?? [];
  expect(record).toMatchObject({
    id: 'one',
    parameters: { record: { id: 'one', done_on: '2026-11-27', done_by: 'veteran' } },
  });
  expect(new Uint8Array(record?.photos?.[0]?.bytes ?? new ArrayBuffer())).toEqual(
    Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]),
  );
  expect(takenBack?.parameters).toEqual({ id: 'x' });
});

test.each([
  ['no JSON', 'hello'],
  ['another file', '{"type":"FeatureCollection"}'],
  ['one of another version', handed({ version: 2 })],
  ['one without a list', handed({ items: 'none' })],
  [
    'one whose picture is broken',
    handed({ items: [{ act: 'record_care', parameters: {}, photos: [{ id: 'p', jpeg: '%%%' }] }] }),
  ],
  ['null', 'null'],
])('%s is no outbox', (_what, text) => {
  expect(readHandover(text)).toBeNull();
});
