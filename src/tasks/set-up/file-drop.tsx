import './file-drop.css';
import { useEffect, useRef, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ChosenFile } from './file/use-chosen-file.ts';
import { Progress } from './progress.tsx';
import { fileWords } from './words.ts';

/** Takes one GeoJSON file, dropped or chosen, and says how far it has come. */
export function FileDrop({
  file,
  locked = false,
  onChoose,
}: {
  file: ChosenFile;
  /** While what was read from it is being stored. */
  locked?: boolean;
  onChoose: (file: File) => void;
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
        accept=".geojson,.json,application/geo+json,application/json"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) onChoose(chosen);
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
          const [dropped] = event.dataTransfer.files;
          if (dropped && !locked) onChoose(dropped);
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
        {choosing}
      </section>
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
