import { beforeEach, describe, expect, it } from 'vitest';
import { CODES, createSignInDelay, type SignInDelay } from './sign-in-delay.ts';

const wrong = async () => new Response(null, { status: 400 });
const right = async () => new Response(null, { status: 200 });
const broken = async () => new Response(null, { status: 500 });
const MINUTE = 60_000;
const DESK = '192.168.1.10';
const ELSEWHERE = '192.168.1.66';

let now: number;
let waits: number[];
let delay: SignInDelay;

beforeEach(() => {
  now = 1_000_000;
  waits = [];
  delay = createSignInDelay({
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
});

async function fail(times: number, account = 'a@xa.vn', source = DESK): Promise<void> {
  for (let time = 0; time < times; time += 1) await delay.attempt(account, source, wrong);
}
const statusOf = async (attempt: Promise<Response>) => (await attempt).status;

describe('one address', () => {
  it('lets three mistakes pass and then waits twice as long each time, four seconds at most', async () => {
    await fail(10);
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
  });

  it('is answered 429 in Vietnamese, with retry-after, after ten failures, without trying the password', async () => {
    await fail(10);
    let tried = false;
    const response = await delay.attempt('a@xa.vn', DESK, async () => {
      tried = true;
      return right();
    });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('60');
    expect((await response.json()).msg).toBe('Đã nhập sai mật khẩu quá nhiều lần. Hãy thử lại sau 1 phút.');
    expect(tried).toBe(false);
  });

  it('lets an owner who erred ten times in after a minute', async () => {
    await fail(10);
    now += MINUTE;
    expect(await statusOf(delay.attempt('a@xa.vn', DESK, right))).toBe(200);
  });

  it('pauses twice as long after each further failure, 15 minutes at most', async () => {
    await fail(9);
    const pauses: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      await fail(1);
      const refused = await delay.attempt('a@xa.vn', DESK, right);
      const pause = Number(refused.headers.get('retry-after')) / 60;
      pauses.push(pause);
      now += pause * MINUTE;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it('is forgiven an hour after its last failure', async () => {
    await fail(8);
    now += 59 * MINUTE;
    await fail(1);
    now += 59 * MINUTE;
    await fail(1);
    expect(await statusOf(delay.attempt('a@xa.vn', DESK, right))).toBe(429);
    now += 60 * MINUTE;
    waits.length = 0;
    await fail(3);
    expect(waits).toEqual([]);
  });

  it('is forgiven after the right password', async () => {
    await fail(5);
    await delay.attempt('a@xa.vn', DESK, right);
    waits.length = 0;
    await fail(3);
    expect(waits).toEqual([]);
  });

  it('counts each account for itself, whatever its spelling', async () => {
    await fail(10, ' A@XA.vn');
    expect(await statusOf(delay.attempt('b@xa.vn', DESK, right))).toBe(200);
    expect(await statusOf(delay.attempt('a@xa.vn', DESK, right))).toBe(429);
  });

  it('gains nothing by many attempts at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => delay.attempt('a@xa.vn', DESK, wrong)),
    );
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(40);
  });

  it("is not blamed for the server's own failures", async () => {
    for (let time = 0; time < 40; time += 1) await delay.attempt('a@xa.vn', DESK, broken);
    expect(await statusOf(delay.attempt('a@xa.vn', DESK, right))).toBe(200);
    expect(waits).toEqual([]);
    await fail(9);
    await delay.attempt('a@xa.vn', DESK, broken);
    expect(await statusOf(delay.attempt('a@xa.vn', DESK, right))).toBe(200);
  });
});

describe('names that are made up', () => {
  it('do not fill the memory: the oldest are forgotten', async () => {
    await fail(9);
    for (let number = 0; number < 50_000; number += 1) await fail(1, `${number}@xa.vn`);
    waits.length = 0;
    await fail(3);
    expect(waits).toEqual([]);
  });

  it('do not fill it by their length either', async () => {
    await fail(10, `${'a'.repeat(320)}1`);
    expect(await statusOf(delay.attempt(`${'a'.repeat(320)}2`, DESK, right))).toBe(429);
  });
});

describe('another address', () => {
  /** Wrong passwords from so many addresses, ten from each. */
  async function attack(addresses: number): Promise<number> {
    let tried = 0;
    for (let host = 0; host < addresses; host += 1) {
      for (let time = 0; time < 10; time += 1) {
        await delay.attempt('a@xa.vn', `10.0.0.${host}`, async () => {
          tried += 1;
          return wrong();
        });
      }
    }
    return tried;
  }

  it('does not lock the owner out of another one', async () => {
    await fail(10, 'a@xa.vn', ELSEWHERE);
    expect(await statusOf(delay.attempt('a@xa.vn', DESK, right))).toBe(200);
    expect(waits).toHaveLength(7);
  });

  it('gives no more guesses: thirty an hour from all addresses together', async () => {
    expect(await attack(20)).toBe(30);
    const refused = await delay.attempt('a@xa.vn', ELSEWHERE, right);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
    now += 60 * MINUTE;
    expect(await attack(20)).toBe(30);
  });

  it('does not hold up one from which somebody signed in before', async () => {
    await delay.attempt('a@xa.vn', DESK, right);
    await delay.attempt('a@xa.vn', '192.168.1.11', right);
    await attack(20);
    expect(await statusOf(delay.attempt('a@xa.vn', DESK, right))).toBe(200);
    expect(await statusOf(delay.attempt('b@xa.vn', ELSEWHERE, right))).toBe(200);
    expect(await statusOf(delay.attempt('a@xa.vn', ELSEWHERE, right))).toBe(429);
  });

  it('is let in when the right password was the thirtieth try', async () => {
    for (let host = 0; host < 29; host += 1) await fail(1, 'a@xa.vn', `10.0.0.${host}`);
    expect(await statusOf(delay.attempt('a@xa.vn', DESK, right))).toBe(200);
    expect(await statusOf(delay.attempt('a@xa.vn', ELSEWHERE, right))).toBe(200);
  });

  it('that is known has its own limit all the same', async () => {
    await delay.attempt('a@xa.vn', DESK, right);
    await fail(10);
    expect(await statusOf(delay.attempt('a@xa.vn', DESK, right))).toBe(429);
  });

  it('is not used up by those who sign in rightly, or meet a failing server', async () => {
    for (let host = 0; host < 40; host += 1) {
      expect(await statusOf(delay.attempt('a@xa.vn', `10.0.1.${host}`, right))).toBe(200);
      await delay.attempt('b@xa.vn', `10.0.1.${host}`, broken);
    }
    expect(await statusOf(delay.attempt('b@xa.vn', DESK, right))).toBe(200);
  });
});

it('slows codes down for everybody, refuses nobody, and a right one between wrong ones buys nothing', async () => {
  const codes = createSignInDelay(
    {
      now: () => now,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
    },
    CODES,
  );
  for (let time = 0; time < 30; time += 1) {
    expect((await codes.attempt('codes', '', wrong)).status).toBe(400);
    expect((await codes.attempt('codes', '', right)).status).toBe(200);
  }
  expect(waits.slice(-4)).toEqual([4000, 4000, 4000, 4000]);
});
