import { beforeEach, describe, expect, it } from 'vitest';
import { createGuardedFetch } from './guarded-fetch.ts';
import { allowedHosts } from './hosts.ts';
import { createMutex } from './mutex.ts';
import { noteSource } from './request-source.ts';
import { CODES, createSignInDelay } from './sign-in-delay.ts';

const HERE = 'http://127.0.0.1:5173';

let lines: string[];
let received: Request[];
let fetchGuarded: (request: Request) => Promise<Response>;

beforeEach(() => {
  lines = [];
  received = [];
  fetchGuarded = guardedAround(async (request) => {
    received.push(request);
    return new Response('[]', { headers: { 'access-control-allow-origin': '*', 'set-cookie': 'a=b' } });
  });
});

function guardedAround(answer: (request: Request) => Promise<Response>) {
  return createGuardedFetch({
    answer,
    mutex: createMutex(),
    signInDelay: createSignInDelay(),
    codeDelay: createSignInDelay(),
    hosts: allowedHosts('xa.lan'),
    bodyLimit: 100,
    log: (line) => lines.push(line),
  });
}

const post = (path: string, body: string) => new Request(HERE + path, { method: 'POST', body });

describe('who may call', () => {
  it.each(['http://127.0.0.1:5173', 'http://localhost:1', 'http://[::1]:5173', 'http://xa.lan'])(
    'answers under %s',
    async (origin) => {
      expect((await fetchGuarded(new Request(`${origin}/rest/v1/hamlets`))).status).toBe(200);
    },
  );

  it('answers 421 in plain words under any other name', async () => {
    const response = await fetchGuarded(new Request('http://evil.example/rest/v1/hamlets'));
    expect(response.status).toBe(421);
    expect((await response.json()).message).toMatch(/không phục vụ tên miền/);
    expect(received).toEqual([]);
  });

  it('refuses a page of another site', async () => {
    const headers = { origin: 'http://evil.example' };
    const response = await fetchGuarded(new Request(`${HERE}/rest/v1/hamlets`, { headers }));
    expect(response.status).toBe(403);
    expect(received).toEqual([]);
  });

  it('lets its own pages through', async () => {
    const headers = { origin: HERE };
    expect((await fetchGuarded(new Request(`${HERE}/rest/v1/hamlets`, { headers }))).status).toBe(200);
  });
});

describe('what is sent back', () => {
  it('carries no CORS header and no cookie, and may not be cached or guessed at', async () => {
    const { headers } = await fetchGuarded(new Request(`${HERE}/rest/v1/hamlets`));
    expect(
      [...headers.keys()].filter((name) => name.startsWith('access-control') || name === 'set-cookie'),
    ).toEqual([]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/storage/v1/bucket', '/_system', '/graphql/v1', '/rest/v2/x'])(
    'does not know %s',
    async (path) => {
      expect((await fetchGuarded(new Request(HERE + path))).status).toBe(404);
      expect(received).toEqual([]);
    },
  );

  it.each(['otp', 'magiclink', 'recover', 'verify', 'authorize', 'callback', 'resend', 'admin/users'])(
    'keeps the door /auth/v1/%s shut',
    async (door) => {
      expect((await fetchGuarded(post(`/auth/v1/${door}`, '{}'))).status).toBe(404);
      expect(received).toEqual([]);
    },
  );
});

describe('bodies', () => {
  it('refuses a body over the limit with 413, said beforehand or not', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(60)) });
    const unsaid = new Request(`${HERE}/rest/v1/x`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    for (const request of [post('/rest/v1/x', 'x'.repeat(101)), unsaid]) {
      const response = await fetchGuarded(request);
      expect(response.status).toBe(413);
      expect((await response.json()).message).toMatch(/chưa ghi gì cả/);
    }
    expect(received).toEqual([]);
  });

  it('passes a body of exactly the limit on, whole', async () => {
    await fetchGuarded(post('/rest/v1/x', 'x'.repeat(100)));
    expect(await received[0]?.text()).toBe('x'.repeat(100));
  });

  // Red when the body is read inside the turn: the second request then waits for the first for ever.
  it('does not let a slow sender hold up anybody', async () => {
    const sender = new TransformStream<Uint8Array, Uint8Array>();
    const body = sender.readable;
    const slow = fetchGuarded(
      new Request(`${HERE}/rest/v1/slow`, { method: 'POST', body, duplex: 'half' } as RequestInit),
    );
    expect((await fetchGuarded(new Request(`${HERE}/rest/v1/quick`))).status).toBe(200);
    expect(received.map((request) => new URL(request.url).pathname)).toEqual(['/rest/v1/quick']);
    await sender.writable.close();
    expect((await slow).status).toBe(200);
  });
});

describe('turns', () => {
  it('runs whole requests one at a time, the reading of the answer included', async () => {
    let inside = 0;
    let most = 0;
    const crowded = guardedAround(async () => {
      inside += 1;
      most = Math.max(most, inside);
      const body = new ReadableStream({
        async pull(controller) {
          await new Promise((done) => setImmediate(done));
          inside -= 1;
          controller.close();
        },
      });
      return new Response(body);
    });
    await Promise.all(Array.from({ length: 20 }, () => crowded(new Request(`${HERE}/rest/v1/x`))));
    expect(most).toBe(1);
  });

  it('asks for an exact count where an estimate was wanted: there are no statistics to estimate from', async () => {
    const headers = { prefer: 'return=minimal,count=estimated' };
    await fetchGuarded(new Request(`${HERE}/rest/v1/x`, { headers }));
    expect(received[0]?.headers.get('prefer')).toBe('return=minimal,count=exact');
  });
});

describe('sign-in', () => {
  it('answers 429 after ten wrong passwords from one address, and does not ask the service any more', async () => {
    const refusing = createGuardedFetch({
      answer: async (request) => {
        received.push(request);
        return new Response('{}', { status: 400 });
      },
      mutex: createMutex(),
      signInDelay: createSignInDelay({ now: () => 0, wait: async () => undefined }),
      codeDelay: createSignInDelay(),
      hosts: allowedHosts(undefined),
      bodyLimit: 100,
      log: () => undefined,
    });
    const attempt = (source: string) => {
      const request = post('/auth/v1/token?grant_type=password', '{"email":"a@xa.vn","password":"sai"}');
      noteSource(request, source);
      return refusing(request);
    };
    for (let time = 0; time < 10; time += 1) expect((await attempt('10.0.0.1')).status).toBe(400);
    expect((await attempt('10.0.0.1')).status).toBe(429);
    expect(received).toHaveLength(10);
    expect((await attempt('10.0.0.2')).status).toBe(400);
  });
});

describe('a caller who leaves while waiting', () => {
  it('is let go, and nothing is done for him', async () => {
    const left = new AbortController();
    left.abort();
    const response = await fetchGuarded(new Request(`${HERE}/rest/v1/hamlets`, { signal: left.signal }));
    expect([response.status, (await response.json()).code]).toEqual([499, 'PT499']);
    expect(received).toEqual([]);
  });
});

describe('one-time codes', () => {
  it.each(['code_holder', 'redeem_code'])(
    '%s makes whoever guesses wait, and refuses nobody',
    async (name) => {
      const waits: number[] = [];
      const refusing = createGuardedFetch({
        answer: async () => new Response('{}', { status: 403 }),
        mutex: createMutex(),
        signInDelay: createSignInDelay(),
        codeDelay: createSignInDelay(
          {
            now: () => 0,
            wait: async (milliseconds) => {
              waits.push(milliseconds);
            },
          },
          CODES,
        ),
        hosts: allowedHosts(undefined),
        bodyLimit: 100,
        log: () => undefined,
      });
      for (let time = 0; time < 12; time += 1) {
        expect((await refusing(post(`/rest/v1/rpc/${name}`, '{}'))).status).toBe(403);
      }
      expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000]);
    },
  );
});

describe('the log', () => {
  it('says time, method, path and status of a refused request, and none of its values', async () => {
    const failing = guardedAround(async () => {
      console.error('secret-value of the library');
      throw new Error('secret-value of an error');
    });
    const response = await failing(post('/rest/v1/notes?title=eq.secret-value', 'secret-value'));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret-value');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z POST \/rest\/v1\/notes 500 Error \d+ms$/);
  });
});
