const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** The names under which this server may be called: loopback's three, and those given (`commune.lan`, no port). */
export function allowedHosts(more: string | undefined): string[] {
  const given = (more ?? '').split(',').map((name) => name.trim().toLowerCase());
  return [...LOOPBACK, ...given.filter((name) => name !== '')];
}

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** True for an address that stands for all of this machine's addresses. */
export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '[::]';
}

/**
 * Why a request's Host or Origin is refused, or null where both are fine. A page of another site must not
 * reach a server on this machine by pointing its own name here (DNS rebinding), nor post to it from afar.
 */
export function refusalOfHost(request: Request, hosts: readonly string[]): Response | null {
  const called = new URL(request.url);
  if (!hosts.includes(called.hostname)) {
    return plain(421, 'Máy chủ này không phục vụ tên miền đó. Hãy mở đúng địa chỉ đã in khi khởi động.');
  }
  const origin = request.headers.get('origin');
  if (origin !== null && !sameHost(origin, called)) {
    return plain(403, 'Yêu cầu đến từ một trang web khác nên bị từ chối.');
  }
  return null;
}

function sameHost(origin: string, called: URL): boolean {
  return URL.canParse(origin) && new URL(origin).host === called.host;
}

function plain(status: number, message: string): Response {
  return Response.json({ code: `PT${status}`, message, details: null, hint: null }, { status });
}
