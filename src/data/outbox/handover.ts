import type { OutboxAct } from './item.ts';
import { type Doing, putIntoOutbox, unsentOf } from './outbox.ts';

const KIND = 'xa-hanh-phuc-outbox';
const VERSION = 1;

type Handed = {
  kind: typeof KIND;
  version: number;
  person: string;
  items: {
    id: string;
    communeId: string;
    act: OutboxAct;
    parameters: Record<string, unknown>;
    subject: string;
    title: string;
    photos: { id: string; jpeg: string }[];
  }[];
};

/** A stuck outbox as the text of a file that somebody else can load: every act that has not arrived, with its pictures. */
export async function outboxAsText(person: string): Promise<string> {
  const unsent = await unsentOf();
  const handed: Handed = {
    kind: KIND,
    version: VERSION,
    person,
    items: unsent.map(({ item, photos }) => ({
      id: item.id,
      communeId: item.communeId,
      act: item.act,
      parameters: item.parameters,
      subject: item.subject,
      title: item.title,
      photos: photos.map(({ id, bytes }) => ({ id, jpeg: base64Of(bytes) })),
    })),
  };
  return JSON.stringify(handed);
}

/** What a file holds; null where it is no outbox of this program. */
export function readHandover(text: string): { person: string; doings: Doing[] } | null {
  try {
    const handed = JSON.parse(text) as Handed;
    if (handed.kind !== KIND || handed.version !== VERSION || !Array.isArray(handed.items)) return null;
    const doings = handed.items.map(({ photos, ...item }) => ({
      ...item,
      parameters: inTheNameOf(handed.person, item.act, item.parameters),
      photos: photos.map(({ id, jpeg }) => ({ id, bytes: bytesOf(jpeg) })),
    }));
    return { person: handed.person, doings };
  } catch {
    return null;
  }
}

/** Puts what a file held into the own outbox. Ids stay, so that the same file loaded twice, or sent later by its own phone, is stored once. */
export async function takeOver(doings: readonly Doing[]): Promise<void> {
  for (const doing of doings) await putIntoOutbox(doing);
}

function inTheNameOf(person: string, act: OutboxAct, parameters: Record<string, unknown>) {
  if (act !== 'record_care') return parameters;
  return { record: { ...(parameters.record as object), done_by: person } };
}

function base64Of(bytes: ArrayBuffer): string {
  let text = '';
  // In pieces: a whole picture as arguments would be more than a call takes.
  const view = new Uint8Array(bytes);
  for (let at = 0; at < view.length; at += 0x8000)
    text += String.fromCharCode(...view.subarray(at, at + 0x8000));
  return btoa(text);
}

function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
}
