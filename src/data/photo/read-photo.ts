import { askAsPerson } from '../client.ts';
import { Fault, faultOf } from '../fault.ts';

/**
 * Fetches the picture of a photo, under the rights of whoever is signed in.
 * @throws Fault
 */
export async function readPhoto(communeId: string, id: string): Promise<Blob> {
  let answer: Response;
  try {
    answer = await askAsPerson(`/storage/v1/object/photos/${communeId}/${id}.jpg`);
  } catch {
    throw new Fault('unreachable', '');
  }
  if (answer.ok) return answer.blob();
  const said = await answer.json().catch(() => ({ message: answer.statusText }));
  throw faultOf(said, answer.status);
}
