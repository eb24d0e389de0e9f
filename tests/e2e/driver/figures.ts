/**
 * What the server itself says, asked without the page: what a journey compares the screen with.
 * Rows of a function of the API, as a visitor gets them.
 */
export async function rowsOf<Row>(
  address: string,
  name: string,
  parameters: Record<string, unknown>,
): Promise<Row[]> {
  const answer = await fetch(`${address}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { apikey: 'sb_publishable_embedded', 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Row[];
}

export type Hamlet = { id: string; name: string; progress: 'met' | 'on_the_way' | 'behind' | 'not_reported' };
export type Road = {
  id: string;
  name: string;
  state: string;
  organization_name: string | null;
  length_m: number;
};
export type Place = { id: string; name: string; kind: string; geometry: { coordinates: [number, number] } };

/** The plan's figure on a day, as the answer card writes it: "9 / 14". */
export async function planFigure(address: string, day: string): Promise<string> {
  const hamlets = await rowsOf<Hamlet>(address, 'hamlets_at', { as_of: day });
  return `${hamlets.filter(({ progress }) => progress === 'met').length} / ${hamlets.length}`;
}
