import { expect, it } from 'vitest';
import { hashOfSetupCode, makeSetupCode } from './setup-code.ts';

it('makes four groups of four letters that cannot be confused', () => {
  for (let time = 0; time < 200; time += 1) {
    expect(makeSetupCode()).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){3}$/);
  }
});

it('makes another one each time', () => {
  expect(new Set(Array.from({ length: 100 }, makeSetupCode)).size).toBe(100);
});

it('keeps the same hash however a person types it', () => {
  expect(hashOfSetupCode('abcd efgh-jkmn pqrs')).toBe(hashOfSetupCode('ABCD-EFGH-JKMN-PQRS'));
  // As the database computes it: encode(sha256('ABCDEFGHJKMNPQRS'), 'hex').
  expect(hashOfSetupCode('ABCD-EFGH-JKMN-PQRS')).toBe(
    'f598056127fcd4387651a49b3a4235d8ce50d71f4091068df51511cfc10f388f',
  );
});
