import { beforeEach, expect, it } from 'vitest';
import { CODES, createSignInDelay, type SignInDelay } from './sign-in-delay.ts';

const wrong = async () => new Response(null, { status: 400 });
const right = async () => new Response(null, { status: 200 });

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

async function fail(times: number, account = 'a@xa.vn'): Promise<void> {
  for (let time = 0; time < times; time += 1) await delay.attempt(account, wrong);
}

it('lets three mistakes pass and then waits twice as long each time, four seconds at most', async () => {
  await fail(10);
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
});

it('answers 429 in Vietnamese, with retry-after, after ten failures, without trying the password', async () => {
  await fail(10);
  let tried = false;
  const response = await delay.attempt('a@xa.vn', async () => {
    tried = true;
    return right();
  });
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('900');
  expect((await response.json()).msg).toBe('Đã nhập sai mật khẩu quá nhiều lần. Hãy thử lại sau 15 phút.');
  expect(tried).toBe(false);
});

it('forgets failures when their window ends', async () => {
  await fail(10);
  now += 15 * 60_000;
  expect((await delay.attempt('a@xa.vn', right)).status).toBe(200);
});

it('forgets failures after the right password', async () => {
  await fail(5);
  await delay.attempt('a@xa.vn', right);
  waits.length = 0;
  await fail(3);
  expect(waits).toEqual([]);
});

it('counts each account for itself, whatever its spelling', async () => {
  await fail(10, ' A@XA.vn');
  expect((await delay.attempt('b@xa.vn', right)).status).toBe(200);
  expect((await delay.attempt('a@xa.vn', right)).status).toBe(429);
});

it('lets many attempts at once gain nothing', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => delay.attempt('a@xa.vn', wrong)));
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(40);
});

it("does not hold the server's own failures against an account", async () => {
  for (let time = 0; time < 20; time += 1) {
    await delay.attempt('a@xa.vn', async () => new Response(null, { status: 500 }));
  }
  expect((await delay.attempt('a@xa.vn', right)).status).toBe(200);
  expect(waits).toEqual([]);
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
    expect((await codes.attempt('codes', wrong)).status).toBe(400);
    expect((await codes.attempt('codes', right)).status).toBe(200);
  }
  expect(waits.slice(-4)).toEqual([4000, 4000, 4000, 4000]);
});
