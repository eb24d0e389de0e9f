import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { queryIndicators } from '../../data/progress.ts';
import { nameOf } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { View } from '../../view/view.ts';
import { faultWords } from './fault-words.ts';
import { measured } from './figure-words.ts';
import { SceneForm } from './scene-form.tsx';
import { viewOfScene } from './scene-view.ts';
import { type Meeting, orderScenes, removeScene, type Scene, type SceneDraft, useScenes } from './server.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** The scenes of a meeting; moved by buttons, or by Alt with an arrow key anywhere in a row. */
export function SceneList({
  person,
  meeting,
  onPresent,
  onMap,
}: {
  person: string;
  meeting: Meeting;
  onPresent: (position: number) => void;
  onMap: (view: Partial<View>) => void;
}) {
  const scenes = useScenes(person, meeting.id);
  const { data: indicators } = useQuery(queryIndicators(person));
  const { error, run } = useMeetingAct();
  // Whoever presses again before the server answered goes on from what they see.
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const lastMove = useRef(Promise.resolve());
  const [draft, setDraft] = useState<SceneDraft | null>(null);
  const [leaving, setLeaving] = useState<Scene | null>(null);
  if (scenes.isError && !scenes.data) return <Notice tone="error" title={faultWords(scenes.error).title} />;
  if (!scenes.data) return <Skeleton width="60%" height="1.25rem" />;
  const list = wanted === null ? scenes.data : inOrder(scenes.data, wanted);
  const mayChange = meeting.state === 'planned';
  const move = (scene: Scene, by: -1 | 1) => {
    const ids = list.map(({ id }) => id);
    const from = ids.indexOf(scene.id);
    const to = from + by;
    if (!mayChange || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    setWanted(ids);
    const move = lastMove.current.then(async () => {
      await run(() => orderScenes(meeting.id, ids));
      if (lastMove.current === move) setWanted(null);
    });
    lastMove.current = move;
  };
  const keys = (scene: Scene) => (event: KeyboardEvent) => {
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    move(scene, by);
  };
  const words = error === null ? null : faultWords(error);
  return (
    <>
      {list.length === 0 && (
        <p className="room-table-quiet">
          {m.meetings_scenes_none()}{' '}
          <Button tone="quiet" onClick={() => onMap({})}>
            {m.meetings_to_map()}
          </Button>
        </p>
      )}
      <ol className="scene-list">
        {list.map((scene, index) => {
          const indicator = indicators?.find(({ code }) => code === scene.indicator);
          return (
            <li key={scene.id} onKeyDown={keys(scene)}>
              <span className="scene-list-place">{index + 1}</span>
              <div className="scene-list-words">
                <strong>{scene.title}</strong>
                {scene.corrected && <Badge tone="sample">{m.meetings_corrected()}</Badge>}
                <p>
                  {m.meetings_frozen_on({ date: day(scene.frozen_on) })}
                  {indicator && ` · ${nameOf(indicator)}`}
                  {scene.figures &&
                    ` · ${scene.figures.total.hamlets_met}/${measured(scene.figures.total)} ${m.meetings_hamlets_met()}`}
                </p>
                {scene.note && <p className="scene-list-note">{scene.note}</p>}
              </div>
              <span className="scene-list-acts">
                {mayChange && (
                  <>
                    <IconButton
                      icon="up"
                      label={m.meetings_move_up({ title: scene.title })}
                      aria-disabled={index === 0}
                      onClick={() => move(scene, -1)}
                    />
                    <IconButton
                      icon="down"
                      label={m.meetings_move_down({ title: scene.title })}
                      aria-disabled={index === list.length - 1}
                      onClick={() => move(scene, 1)}
                    />
                  </>
                )}
                <Button onClick={() => onPresent(index + 1)}>{m.meetings_show()}</Button>
                <Button onClick={() => onMap(viewOfScene(scene))}>{m.meetings_on_map()}</Button>
                {mayChange && (
                  <>
                    <Button
                      onClick={() => setDraft(scene)}
                      aria-label={m.members_edit_of({ name: scene.title })}
                    >
                      {m.members_edit()}
                    </Button>
                    <IconButton
                      icon="close"
                      label={m.meetings_remove({ title: scene.title })}
                      onClick={() => setLeaving(scene)}
                    />
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {mayChange && list.length > 1 && <p className="room-table-quiet">{m.meetings_order_hint()}</p>}
      {words && (
        <Notice tone="error" title={words.title}>
          {words.advice}
        </Notice>
      )}
      {draft && (
        <Dialog title={m.meetings_scene_edit()} closeLabel={m.members_close()} onClose={() => setDraft(null)}>
          <SceneForm draft={draft} onDraft={setDraft} onDone={() => setDraft(null)} />
        </Dialog>
      )}
      {leaving && (
        <Dialog
          title={m.meetings_remove_title()}
          closeLabel={m.members_close()}
          onClose={() => setLeaving(null)}
        >
          <p>{m.meetings_remove_text({ title: leaving.title })}</p>
          <Button
            tone="primary"
            onClick={() => {
              setLeaving(null);
              void run(() => removeScene(leaving));
            }}
          >
            {m.meetings_remove_now()}
          </Button>
        </Dialog>
      )}
    </>
  );
}

/** The scenes as they are wanted; one that came meanwhile stands last. */
function inOrder(scenes: readonly Scene[], ids: readonly string[]): readonly Scene[] {
  const place = ({ id }: Scene) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return scenes.toSorted((one, other) => place(one) - place(other));
}
