import { expect, it } from 'vitest';
import { createMutex } from './mutex.ts';

it('runs tasks one at a time, in the order of asking', async () => {
  const mutex = createMutex();
  const seen: string[] = [];
  const task = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((done) => setImmediate(done));
    seen.push(`${name} ends`);
  };
  await Promise.all([mutex.run(task('first')), mutex.run(task('second'))]);
  expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('hands an error to the one who asked and goes on', async () => {
  const mutex = createMutex();
  const failing = mutex.run(() => Promise.reject(new Error('broken')));
  const next = mutex.run(async () => 'fine');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('fine');
});

it('never runs a task whose asker left while it waited', async () => {
  const mutex = createMutex();
  const left = new AbortController();
  const held = Promise.withResolvers<void>();
  const running = mutex.run(() => held.promise);
  let ran = false;
  const waiting = mutex.run(async () => {
    ran = true;
  }, left.signal);
  left.abort();
  held.resolve();
  await running;
  await expect(waiting).rejects.toThrow();
  expect(ran).toBe(false);
});

it('runs a last task beside no other, not even one that came while it ran', async () => {
  const mutex = createMutex();
  const told: string[] = [];
  const gate = Promise.withResolvers<void>();
  const last = mutex.lastly(async () => {
    told.push('closing');
    await gate.promise;
    told.push('closed');
  });
  const late = mutex.run(async () => void told.push('late'));
  gate.resolve();
  await Promise.all([last, late]);
  expect(told).toEqual(['closing', 'closed', 'late']);
});
