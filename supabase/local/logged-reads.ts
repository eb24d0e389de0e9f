const LOGGED = new Set(['/rest/v1/rpc/read_incidents', '/rest/v1/rpc/incident_cells']);

/**
 * Why a read that must be logged is refused, or null. A cast in the query (`select=kind::int`) can fail
 * on a row: the error would tell one value, and take the log of the read back with it.
 */
export function refusalOfCast(request: Request): Response | null {
  const url = new URL(request.url);
  if (!LOGGED.has(url.pathname) || !decoded(url.search).includes('::')) return null;
  return Response.json(
    { code: 'PT400', message: 'Không được đổi kiểu dữ liệu khi đọc sự việc.', details: null, hint: null },
    { status: 400 },
  );
}

function decoded(search: string): string {
  try {
    return decodeURIComponent(search);
  } catch {
    // What cannot be decoded cannot be judged, so it counts as a cast.
    return '::';
  }
}
