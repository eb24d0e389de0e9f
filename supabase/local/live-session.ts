import type { OwnerSession } from './owner-session.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NO_SESSION = '00000000-0000-0000-0000-000000000000';

/**
 * Why a request's access token is refused although its signature and time are good, or null: its session was
 * ended (sign-out) or its account banned. The library checks neither for data requests.
 * A request without such a token, or with one that the library will refuse itself, passes.
 */
export async function refusalOfEndedSession(
  session: Pick<OwnerSession, 'query'>,
  request: Request,
): Promise<Response | null> {
  const sessionId = sessionOf(request.headers.get('authorization'));
  if (sessionId === null || !new URL(request.url).pathname.startsWith('/rest/v1/')) return null;
  const rows = await session.query(
    `select from auth.sessions s join auth.users u on u.id = s.user_id
     where s.id = $1::uuid and (u.banned_until is null or u.banned_until < now())`,
    [sessionId],
  );
  if (rows.length > 0) return null;
  const body = {
    code: 'PGRST303',
    message: 'JWT expired',
    details: 'Phiên đăng nhập đã kết thúc.',
    hint: null,
  };
  return Response.json(body, { status: 401 });
}

function sessionOf(authorization: string | null): string | null {
  const claims = /^Bearer [^.]+\.([^.]+)\.[^.]+$/.exec(authorization ?? '')?.[1];
  if (!claims) return null;
  try {
    const decoded: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
    if (typeof decoded !== 'object' || decoded === null || !('session_id' in decoded)) return null;
    // Anything else is the id of no session.
    return UUID.test(String(decoded.session_id)) ? String(decoded.session_id) : NO_SESSION;
  } catch {
    return null;
  }
}
