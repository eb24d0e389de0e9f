import { expect } from '@playwright/test';

/** Ends every session of an account, as signing out "everywhere" on another machine does. */
export async function revokeSessions(
  address: string,
  account: { email: string; password: string },
): Promise<void> {
  const headers = { apikey: 'sb_publishable_embedded', 'content-type': 'application/json' };
  const entered = await fetch(`${address}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers,
    body: JSON.stringify(account),
  });
  const { access_token } = (await entered.json()) as { access_token: string };
  const left = await fetch(`${address}/auth/v1/logout?scope=global`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${access_token}` },
  });
  expect(left.status).toBe(204);
}
