const KEY = 'sb_publishable_embedded';

/** What one request was answered: the HTTP status, the JSON (undefined where there was none), and the time it took. */
export type Answer = { status: number; body: unknown; milliseconds: number };

/** Asks the API of a server; rejects when the connection fails or is cut. */
export async function ask(
  address: string,
  path: string,
  { token, body }: { token?: string; body?: unknown } = {},
): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(address + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      apikey: KEY,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  const milliseconds = performance.now() - start;
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), milliseconds };
}

/** Signs in by password and answers with the access token; throws when that is refused. */
export async function tokenOf(address: string, email: string, password: string): Promise<string> {
  const { status, body } = await ask(address, '/auth/v1/token?grant_type=password', {
    body: { email, password },
  });
  const token = (body as { access_token?: string } | undefined)?.access_token;
  if (!token) throw new Error(`sign-in of ${email} was answered ${status}`);
  return token;
}

/** Ids of all waste points that a person sees, read by pages of 1,000. */
export async function wastePointIds(address: string, token: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let offset = 0; ; offset += 1000) {
    const path = `/rest/v1/rpc/waste_points_at?select=id&order=id&limit=1000&offset=${offset}`;
    const { status, body } = await ask(address, path, { token, body: {} });
    if (status >= 300) throw new Error(`waste points were answered ${status}`);
    const rows = body as { id: string }[];
    for (const { id } of rows) ids.add(id);
    if (rows.length < 1000) return ids;
  }
}
