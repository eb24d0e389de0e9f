import { decodeText } from './decode-text.ts';
import { type FileProblem, UnusableFile } from './file-problem.ts';
import { type FileContent, readGeoJson } from './read-geojson.ts';

/** What the worker answers; `text` is there for a file small enough to be kept over a reload. */
export type WorkerAnswer = { content: FileContent; text: string | null } | { problem: FileProblem };

// Session storage holds about five million characters for the whole page.
const MOST_KEPT_CHARACTERS = 2_500_000;

// A worker of its own, because a file of 30 MB would freeze the page for seconds.
self.onmessage = async ({ data }: MessageEvent<Blob>) => {
  self.postMessage(await answer(data));
};

async function answer(file: Blob): Promise<WorkerAnswer> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { problem: 'unreadable' };
  }
  try {
    const text = decodeText(new Uint8Array(bytes));
    return { content: readGeoJson(text), text: text.length <= MOST_KEPT_CHARACTERS ? text : null };
  } catch (error) {
    return { problem: error instanceof UnusableFile ? error.problem : 'unreadable' };
  }
}
