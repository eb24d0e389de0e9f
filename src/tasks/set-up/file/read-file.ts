import type { MultiPolygon } from 'geojson';
import type { Oddity, System } from '../coordinates/systems.ts';
import type { Zone } from '../zone.ts';
import type { FileContent, FileFeature, WantedShape } from './file-content.ts';
import { type FileProblem, MOST_BYTES } from './file-problem.ts';

/** What a file is read for, and what its coordinates are compared with. */
export type Ground = {
  wanted: WantedShape;
  zones: readonly Zone[];
  /** The commune's own zone and boundary; null while there is no commune. */
  home: string | null;
  boundary: MultiPolygon | null;
};

export type ReadRequest = { files: readonly File[]; ground: Ground; choice: string | null };

/** A way to read the coordinates, as a person is shown it. */
export type ShownReading = {
  key: string;
  kind: System['kind'];
  zone: { code: string; name: string } | null;
  oddities: readonly Oddity[];
  inside: number;
};

/** How the coordinates were read, and how else they may be. `asks`: a person must say which. */
export type Placing = { readings: readonly ShownReading[]; chosen: string; asks: boolean };

/** What the worker sends: features in pieces, then everything else; or why there is nothing. */
export type WorkerAnswer =
  | { features: readonly FileFeature[] }
  | { content: Omit<FileContent, 'features'>; placing: Placing; hash: string }
  | { problem: FileProblem };

/** `hash` is the SHA-256 of the bytes. */
export type ReadFiles = { content: FileContent; placing: Placing; hash: string } | { problem: FileProblem };

/**
 * Reads files in a worker, so that the page goes on answering. Never rejects; more than the limit is refused before a
 * byte is read. An abort ends the worker and leaves the promise open.
 */
export function readFile(request: ReadRequest, signal: AbortSignal): Promise<ReadFiles> {
  const size = request.files.reduce((sum, file) => sum + file.size, 0);
  if (size > MOST_BYTES) return Promise.resolve({ problem: 'too_large' });
  return new Promise((done) => {
    const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
    const features: FileFeature[] = [];
    signal.addEventListener('abort', () => worker.terminate());
    const finish = (answer: ReadFiles) => {
      worker.terminate();
      done(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      if ('features' in data) for (const feature of data.features) features.push(feature);
      else if ('content' in data) {
        finish({ content: { ...data.content, features }, placing: data.placing, hash: data.hash });
      } else finish(data);
    };
    worker.onerror = () => finish({ problem: 'unreadable' });
    worker.onmessageerror = () => finish({ problem: 'unreadable' });
    worker.postMessage(request);
  });
}
