import './file-drop.css';
import { useEffect, useRef, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ChosenFile } from './file/use-chosen-file.ts';
import { noteWords } from './placing-words.ts';
import { Progress } from './progress.tsx';
import { fileWords } from './words.ts';

const ACCEPTED =
  '.geojson,.json,.zip,.shp,.dbf,.shx,.prj,.cpg,.kml,.kmz,.gpx,.csv,.tsv,.txt,.xlsx,.xls,.dxf,.dgn,.dwg,.jpg,.jpeg,.heic';

/** Takes one file, or several that belong together, dropped or chosen, and says how far it has come. */
export function FileDrop({
  file,
  locked = false,
  onChoose,
  onStop,
}: {
  file: ChosenFile;
  /** While what was read from it is being stored. */
  locked?: boolean;
  onChoose: (files: readonly File[]) => void;
  /** Stops reading and forgets the file. */
  onStop: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useFilesStayHere();
  const choosing = (
    <>
      <Button
        tone={file.status === 'ready' ? 'plain' : 'primary'}
        disabled={locked}
        onClick={() => input.current?.click()}
      >
        {file.status === 'ready' ? m.set_up_file_other() : m.set_up_file_choose()}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={m.set_up_file_choose()}
        multiple
        accept={ACCEPTED}
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was mended.
          event.target.value = '';
        }}
      />
    </>
  );
  return (
    <div className="file-drop-whole">
      {file.status === 'unusable' && (
        <Notice tone="error" title={fileWords(file.problem).title}>
          <span className="file-drop-name">{file.name}</span>. {fileWords(file.problem).advice}
        </Notice>
      )}
      {file.status === 'gone' && (
        <Notice tone="warning" title={m.set_up_file_gone({ name: file.name })}>
          {m.set_up_file_gone_advice()}
        </Notice>
      )}
      <section
        className={`file-drop file-drop-${file.status} ${over ? 'file-drop-over' : ''}`}
        aria-label={m.set_up_file_drop()}
        onDragOver={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          if (!locked) onChoose([...event.dataTransfer.files]);
        }}
      >
        {file.status === 'reading' ? (
          <Progress words={m.set_up_file_reading({ name: file.name })} />
        ) : file.status === 'ready' ? (
          <p>
            <strong className="file-drop-name">{file.name}</strong>
            <span className="file-drop-note">
              {m.set_up_file_rows({
                rows: file.content.features.length,
                columns: file.content.columns.length,
              })}
            </span>
          </p>
        ) : (
          <p>
            {m.set_up_file_drop()}
            <span className="file-drop-note">{m.set_up_file_limits()}</span>
          </p>
        )}
        {file.status === 'reading' ? <Button onClick={onStop}>{m.set_up_file_stop()}</Button> : choosing}
      </section>
      {file.status === 'ready' && file.content.notes.length > 0 && (
        <section className="file-notes" aria-label={m.set_up_file_notes()}>
          <h2>{m.set_up_file_notes()}</h2>
          <ul>
            {file.content.notes.map((note) => (
              <li key={note.code}>{noteWords(note)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** A file dropped beside its place would replace the whole page, and all unsaved work with it. */
function useFilesStayHere(): void {
  useEffect(() => {
    const stay = (event: DragEvent) => event.preventDefault();
    addEventListener('dragover', stay);
    addEventListener('drop', stay);
    return () => {
      removeEventListener('dragover', stay);
      removeEventListener('drop', stay);
    };
  }, []);
}
