import { useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from '../../../data/draft.ts';
import { newId } from '../../../data/new-id.ts';
import type { FileContent } from './file-content.ts';
import type { FileProblem } from './file-problem.ts';
import { filesOf, type KeptFile, keptFiles } from './kept-files.ts';
import { type Ground, type Placing, readFile } from './read-file.ts';

/** A file that a person chose, or several that belong together, on its way to being used. */
export type ChosenFile =
  | { status: 'none' }
  | { status: 'reading'; name: string }
  | { status: 'unusable'; name: string; problem: FileProblem }
  /** The page was loaded again, and the file is too big to have been kept: it must be chosen once more. */
  | { status: 'gone'; name: string }
  /** `firstId` stays the same while the file is kept, so that sending it twice stores it once. */
  | { status: 'ready'; name: string; content: FileContent; placing: Placing; hash: string; firstId: string };

type Kept = { name: string; files: KeptFile[] | null; firstId: string; choice: string | null };

/** The file of one step; it outlasts a reload of the tab under the name `draft`. `ground` null: not known yet. */
export function useChosenFile(
  draft: string,
  ground: Ground | null,
): {
  file: ChosenFile;
  choose: (files: readonly File[]) => void;
  /** Reads the coordinates as the reading with this key says. */
  place: (key: string) => void;
  forget: () => void;
} {
  const [file, setFile] = useState<ChosenFile>(() => atFirst(readDraft<Kept>(draft)));
  const reading = useRef<AbortController>(null);
  const brought = useRef<readonly File[]>([]);
  /** Chosen before the ground was known: read as soon as it is. */
  const early = useRef<{ draft: string; about: Omit<Kept, 'files'>; files: readonly File[] }>(null);

  const read = async (about: Omit<Kept, 'files'>, files: readonly File[]) => {
    reading.current?.abort();
    if (!ground) {
      early.current = { draft, about, files };
      return setFile({ status: 'reading', name: about.name });
    }
    const abort = new AbortController();
    reading.current = abort;
    brought.current = files;
    setFile({ status: 'reading', name: about.name });
    const answer = await readFile({ files, ground, choice: about.choice }, abort.signal);
    if (abort.signal.aborted) return;
    if ('problem' in answer) {
      dropDraft(draft);
      return setFile({ status: 'unusable', name: about.name, problem: answer.problem });
    }
    const kept: Kept = { ...about, files: await keptFiles(files) };
    if (abort.signal.aborted) return;
    if (!writeDraft(draft, kept)) writeDraft(draft, { ...kept, files: null });
    setFile({ status: 'ready', name: about.name, ...answer, firstId: about.firstId });
  };

  const begin = useRef(read);
  begin.current = read;
  const isKnown = ground !== null;
  useEffect(() => {
    const chosen = early.current?.draft === draft ? early.current : null;
    early.current = null;
    const kept = readDraft<Kept>(draft);
    if (!chosen) setFile(atFirst(kept));
    if (!isKnown) return;
    if (chosen) void begin.current(chosen.about, chosen.files);
    else if (kept?.files) void begin.current(kept, filesOf(kept.files));
    return () => reading.current?.abort();
  }, [draft, isKnown]);

  const choose = (files: readonly File[]) => {
    const [first] = files;
    if (!first) return;
    const name = files.length > 1 ? `${first.name} +${files.length - 1}` : first.name;
    void read({ name, firstId: newId(), choice: null }, files);
  };
  const place = (key: string) => {
    if (file.status === 'ready') {
      void read({ name: file.name, firstId: file.firstId, choice: key }, brought.current);
    }
  };
  const forget = () => {
    reading.current?.abort();
    early.current = null;
    dropDraft(draft);
    setFile({ status: 'none' });
  };
  return { file, choose, place, forget };
}

function atFirst(kept: Kept | null): ChosenFile {
  if (kept === null) return { status: 'none' };
  return kept.files === null ? { status: 'gone', name: kept.name } : { status: 'reading', name: kept.name };
}
