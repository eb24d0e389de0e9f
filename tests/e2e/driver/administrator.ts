/** The first administrator of a test installation. */
export const ADMINISTRATOR = { email: 'quantri@xa.vn', password: 'mot cau de nho' };

type Json = Record<string, unknown>;

/** Does over HTTP what earlier steps of the set-up do on screen, for tests of the later ones. */
export async function callAs<Answer>(
  address: string,
  token: string | null,
  name: string,
  body: Json,
): Promise<Answer> {
  const answer = await fetch(`${address}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: headers(token),
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

/** Makes the account and answers with an access token. */
export async function becomeAdministrator(address: string, code: string): Promise<string> {
  await callAs(address, null, 'make_first_administrator', { code, ...ADMINISTRATOR });
  const answer = await fetch(`${address}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: headers(null),
    body: JSON.stringify(ADMINISTRATOR),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** How many rows of a view a visitor sees. */
export async function countOf(address: string, view: string): Promise<number> {
  const answer = await fetch(`${address}/rest/v1/${view}?select=id`, { headers: headers(null) });
  return ((await answer.json()) as unknown[]).length;
}

function headers(token: string | null): Record<string, string> {
  const key = 'sb_publishable_embedded';
  return { apikey: key, authorization: `Bearer ${token ?? key}`, 'content-type': 'application/json' };
}
