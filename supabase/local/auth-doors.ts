// The doors of the sign-in service that the product uses. The rest (magic links, one-time codes, other
// providers) would mail people or make accounts, which an office's server neither can nor should.
const OPEN_DOORS = new Set([
  '/auth/v1/token',
  '/auth/v1/logout',
  '/auth/v1/user',
  '/auth/v1/signup',
  '/auth/v1/health',
]);

/**
 * Why a request to the sign-in service is refused, or null where it may pass. `/signup` passes so that the
 * service itself says that sign-up is closed, in the form that clients know.
 */
export function refusalOfAuthDoor(path: string): Response | null {
  if (!path.startsWith('/auth/v1/') || OPEN_DOORS.has(path)) return null;
  return Response.json(
    { code: 404, error_code: 'not_found', msg: 'Máy chủ này không có chức năng đó.' },
    { status: 404 },
  );
}

/** The account that a password sign-in is for, or null when the request is something else. */
export function accountOfSignIn(request: Request, body: Uint8Array): string | null {
  const url = new URL(request.url);
  if (url.pathname !== '/auth/v1/token' || url.searchParams.get('grant_type') !== 'password') return null;
  try {
    const sent: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof sent === 'object' && sent !== null && 'email' in sent) return String(sent.email);
  } catch {
    // Not JSON: the service answers that itself; all such requests share one account for the wait.
  }
  return '';
}

const CODE_DOORS = new Set(['/rest/v1/rpc/code_holder', '/rest/v1/rpc/redeem_code']);

/** True for a request that tries a one-time code. */
export function triesCode(request: Request): boolean {
  return CODE_DOORS.has(new URL(request.url).pathname);
}
