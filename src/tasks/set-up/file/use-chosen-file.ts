import { useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from '../../../data/draft.ts';
import { newId } from '../../../data/new-id.ts';
import type { FileProblem } from './file-problem.ts';
import { readFile } from './read-file.ts';
import type { FileContent } from './read-geojson.ts';

/** A file that a person chose, on its way to being used. */
export type ChosenFile =
  | { status: 'none' }
  | { status: 'reading'; name: string }
  | { status: 'unusable'; name: string; problem: FileProblem }
  /** The page was loaded again, and the file is too big to have been kept: it must be chosen once more. */
  | { status: 'gone'; name: string }
  /** `firstId` stays the same while the file is kept, so that sending it twice stores it once. */
  | { status: 'ready'; name: string; content: FileContent; firstId: string };

type Kept = { name: string; text: string | null; firstId: string };

/** The file of one step; it outlasts a reload of the tab under the name `draft`. */
export function useChosenFile(draft: string): {
  file: ChosenFile;
  choose: (file: File) => void;
  forget: () => void;
} {
  const [file, setFile] = useState<ChosenFile>(() => atFirst(readDraft<Kept>(draft)));
  const reading = useRef<AbortController>(null);

  useEffect(() => {
    const kept = readDraft<Kept>(draft);
    setFile(atFirst(kept));
    if (kept === null || kept.text === null) return;
    const abort = new AbortController();
    reading.current = abort;
    void readAndKeep(draft, kept, new Blob([kept.text]), abort.signal).then(setFile);
    return () => abort.abort();
  }, [draft]);

  const choose = (chosen: File) => {
    reading.current?.abort();
    reading.current = new AbortController();
    setFile({ status: 'reading', name: chosen.name });
    const named = { name: chosen.name, firstId: newId() };
    void readAndKeep(draft, named, chosen, reading.current.signal).then(setFile);
  };
  const forget = () => {
    reading.current?.abort();
    dropDraft(draft);
    setFile({ status: 'none' });
  };
  return { file, choose, forget };
}

function atFirst(kept: Kept | null): ChosenFile {
  if (kept === null) return { status: 'none' };
  return kept.text === null ? { status: 'gone', name: kept.name } : { status: 'reading', name: kept.name };
}

async function readAndKeep(
  draft: string,
  { name, firstId }: Pick<Kept, 'name' | 'firstId'>,
  blob: Blob,
  signal: AbortSignal,
): Promise<ChosenFile> {
  const answer = await readFile(blob, signal);
  if ('problem' in answer) {
    dropDraft(draft);
    return { status: 'unusable', name, problem: answer.problem };
  }
  const kept: Kept = { name, text: answer.text, firstId };
  if (!writeDraft(draft, kept)) writeDraft(draft, { ...kept, text: null });
  return { status: 'ready', name, content: answer.content, firstId };
}
