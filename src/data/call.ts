import { client } from './client.ts';
import type { Database } from './database.types.ts';
import { faultOf } from './fault.ts';

type Functions = Database['public']['Functions'];

/**
 * Calls a function that answers with one value.
 * @throws Fault
 */
export async function call<Answer>(
  name: keyof Functions & string,
  parameters: Record<string, unknown> = {},
): Promise<Answer> {
  const { data, error, status } = await client.rpc(name as never, parameters as never);
  if (error) throw faultOf(error, status);
  return data as Answer;
}
