import type { Point, Polygon } from 'geojson';

/** One incident of the sample commune, as police get it. */
export type Incident = {
  id: string;
  kind: string;
  occurred_at: string;
  state: 'open' | 'resolved';
  cell_id: number | null;
  geometry: Point;
};
/** One hexagon, whatever lies in it. */
export type Cell = { cell_id: number; geometry: Polygon };

/**
 * The incidents of the twelve months that end with `lastDay`, and the cells of the commune, asked as the demo
 * police officer without the page: what the drawn hotspots are compared with.
 */
export async function hotspotsOf(
  address: string,
  lastDay: string,
): Promise<{ incidents: Incident[]; cells: Cell[] }> {
  const token = await tokenOfPolice(address);
  const [year, month] = lastDay.split('-').map(Number);
  const first = new Date(Date.UTC(year ?? 0, (month ?? 1) - 12, 1)).toISOString().slice(0, 10);
  const [incidents, cells] = await Promise.all([
    rowsFor<Incident>(address, token, 'read_incidents', { from_date: first, to_date: lastDay }),
    rowsFor<Cell>(address, token, 'incident_cells', { from_month: lastDay, to_month: lastDay }),
  ]);
  return { incidents, cells };
}

async function tokenOfPolice(address: string): Promise<string> {
  const { access_token } = await post<{ access_token: string }>(
    `${address}/auth/v1/token?grant_type=password`,
    { email: 'police@demo.vn', password: 'demo-xa-hanh-phuc' },
  );
  return access_token;
}

function rowsFor<Row>(
  address: string,
  token: string,
  name: string,
  parameters: Record<string, unknown>,
): Promise<Row[]> {
  return post<Row[]>(`${address}/rest/v1/rpc/${name}`, parameters, { authorization: `Bearer ${token}` });
}

async function post<Answer>(
  address: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { apikey: 'sb_publishable_embedded', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
