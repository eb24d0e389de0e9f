import { accountOfSignIn, refusalOfAuthDoor, triesCode } from './auth-doors.ts';
import { refusalOfHost } from './hosts.ts';
import { refusalOfCast } from './logged-reads.ts';
import { databaseAway } from './lost-database.ts';
import type { Mutex } from './mutex.ts';
import { quietly, type RequestNote } from './quiet-library.ts';
import { bodyTooLarge, readBody } from './request-body.ts';
import { sourceOf } from './request-source.ts';
import { withSecurityHeaders } from './security-headers.ts';
import type { SignInDelay } from './sign-in-delay.ts';

type Pieces = {
  /** The library: answers one request. */
  answer: (request: Request) => Promise<Response>;
  mutex: Mutex;
  signInDelay: SignInDelay;
  codeDelay: SignInDelay;
  hosts: readonly string[];
  bodyLimit: number;
  log: (line: string) => void;
};

/**
 * Puts every guard around the library: host names, known paths, size of the body, waits after wrong passwords,
 * its turn in the database, no CORS header, a log without values. Answers always; never throws.
 */
export function createGuardedFetch(pieces: Pieces): (request: Request) => Promise<Response> {
  return async (request) => {
    const startedAt = Date.now();
    const note: RequestNote = { sqlState: null };
    const answer = await guarded(request, note, pieces).catch((error) => failed(error, note));
    // Whatever the library made of it: half an answer, a missing table, a failed sign-in.
    const response = withSecurityHeaders(note.lostDatabase ? databaseAway(note.lostDatabase) : answer);
    if (response.status >= 400) pieces.log(logLine(request, response.status, note, Date.now() - startedAt));
    return response;
  };
}

async function guarded(request: Request, note: RequestNote, pieces: Pieces): Promise<Response> {
  const path = new URL(request.url).pathname;
  const refusal =
    refusalOfHost(request, pieces.hosts) ??
    refusalOfPath(path) ??
    refusalOfAuthDoor(path) ??
    refusalOfCast(request);
  if (refusal) return refusal;
  const body = await readBody(request, pieces.bodyLimit);
  if (body === 'too large') return bodyTooLarge(pieces.bodyLimit);
  const whole = new Request(request.url, {
    method: request.method,
    headers: withExactCount(request.headers),
    body: body.byteLength > 0 ? body : null,
  });
  const inTurn = () =>
    pieces.mutex.run(() => quietly(note, () => wholeAnswer(whole, pieces)), request.signal);
  if (triesCode(request)) return pieces.codeDelay.attempt('one-time codes', '', inTurn);
  const account = accountOfSignIn(request, body);
  return account === null ? inTurn() : pieces.signInDelay.attempt(account, sourceOf(request), inTurn);
}

// Read to the end while the turn lasts: nothing of the answer may still be reading the database afterwards.
async function wholeAnswer(request: Request, pieces: Pieces): Promise<Response> {
  const response = await pieces.answer(request);
  const body = response.body ? await response.arrayBuffer() : null;
  return new Response(body, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}

function refusalOfPath(path: string): Response | null {
  if (path.startsWith('/rest/v1/') || path.startsWith('/auth/v1/')) return null;
  return Response.json(
    { code: 'PT404', message: 'Không có địa chỉ này.', details: null, hint: null },
    { status: 404 },
  );
}

// The embedded database keeps no statistics, so an estimated count is wrong there; an exact one is cheap.
function withExactCount(headers: Headers): Headers {
  const prefer = headers.get('prefer');
  if (!prefer) return headers;
  const changed = new Headers(headers);
  changed.set('prefer', prefer.replace(/count=(estimated|planned)/g, 'count=exact'));
  return changed;
}

// The kind of the error goes into the log, so that a failure leaves a trace; its words may hold values and do not.
function failed(error: unknown, note: RequestNote): Response {
  note.sqlState ??= error instanceof Error ? error.name : typeof error;
  const left = error instanceof DOMException && error.name === 'AbortError';
  const body = {
    code: left ? 'PT499' : 'PT500',
    message: left ? 'Yêu cầu đã bị hủy.' : 'Máy chủ gặp lỗi; chưa ghi gì cả. Hãy thử lại.',
    details: null,
    hint: null,
  };
  return Response.json(body, { status: left ? 499 : 500 });
}

// Paths carry names of views and functions; values travel in the query, the headers and the body, which stay out.
function logLine(request: Request, status: number, note: RequestNote, milliseconds: number): string {
  const path = new URL(request.url).pathname;
  const state = note.sqlState ?? '-';
  return `${new Date().toISOString()} ${request.method} ${path} ${status} ${state} ${milliseconds}ms`;
}
