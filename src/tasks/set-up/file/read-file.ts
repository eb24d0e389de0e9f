import { MOST_BYTES } from './file-problem.ts';
import type { WorkerAnswer } from './file-worker.ts';

/**
 * Reads a GeoJSON file in a worker, so that the page goes on answering. Never rejects; a file over the limit is
 * refused before a byte of it is read. An abort ends the worker and leaves the promise open.
 */
export function readFile(file: Blob, signal: AbortSignal): Promise<WorkerAnswer> {
  if (file.size > MOST_BYTES) return Promise.resolve({ problem: 'too_large' });
  return new Promise((done) => {
    const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
    signal.addEventListener('abort', () => worker.terminate());
    const finish = (answer: WorkerAnswer) => {
      worker.terminate();
      done(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => finish(data);
    worker.onerror = () => finish({ problem: 'unreadable' });
    worker.onmessageerror = () => finish({ problem: 'unreadable' });
    worker.postMessage(file);
  });
}
