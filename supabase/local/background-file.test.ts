import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackgroundFile, parseRange } from './background-file.ts';

describe('parseRange, for a file of 10 bytes', () => {
  it.each([
    ['bytes=0-3', { from: 0, to: 3 }],
    ['bytes=4-', { from: 4, to: 9 }],
    ['bytes=-3', { from: 7, to: 9 }],
    ['bytes=-30', { from: 0, to: 9 }],
    ['bytes=8-99', { from: 8, to: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=-', null],
    ['bytes=0-1,3-4', null],
    ['lines=1-2', null],
    [null, null],
  ])('%s', (header, expected) => {
    expect(parseRange(header, 10)).toEqual(expected);
  });
});

describe('the background file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'background-'));
  const path = join(folder, 'background.pmtiles');
  const ask = (init?: RequestInit) =>
    createBackgroundFile(path)(new Request('http://localhost/background.pmtiles', init));
  beforeAll(() => writeFileSync(path, '0123456789'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is sent in part', async () => {
    const response = await ask({ headers: { range: 'bytes=2-4' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(response.headers.get('content-length')).toBe('3');
    expect(await response.text()).toBe('234');
  });

  it('is sent whole', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('0123456789');
  });

  it('tells its size without being sent', async () => {
    const response = await ask({ method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('10');
    expect(await response.text()).toBe('');
  });

  it('answers 416 past its end', async () => {
    const response = await ask({ headers: { range: 'bytes=10-20' } });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */10');
  });

  it('answers 404 while there is none', async () => {
    const none = createBackgroundFile(join(folder, 'none'));
    expect((await none(new Request('http://localhost/background.pmtiles'))).status).toBe(404);
  });

  it('answers the page that asks whether there is one without an error', async () => {
    const none = createBackgroundFile(join(tmpdir(), 'no-such-folder', 'background.pmtiles'));
    expect((await none(new Request('http://localhost/background.pmtiles', { method: 'HEAD' }))).status).toBe(
      204,
    );
  });
});
