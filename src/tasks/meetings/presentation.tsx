import './presentation.css';
import './meetings.css';
import { type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useKeptDraft } from '../../data/draft.ts';
import { newId } from '../../data/new-id.ts';
import { m } from '../../messages/generated/messages.js';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useView } from '../../view/use-view.ts';
import type { View } from '../../view/view.ts';
import { ConclusionForm } from './conclusion-form.tsx';
import { faultWords } from './fault-words.ts';
import { type Move, moveOfSwipe, placeAfter } from './moves.ts';
import { viewOfScene } from './scene-view.ts';
import { type ConclusionDraft, type Scene, useScenes } from './server.ts';
import { Slide } from './slide.tsx';
import { useUnsent } from './unsent.ts';
import { usePresentationKeys } from './use-presentation-keys.ts';

/** Shows the scenes of a meeting, one after the other, on the whole screen. */
export default function Presentation({
  person,
  communeId,
  communeName,
  isOnline,
  renderStage,
  renderKept,
  onLeave,
}: {
  person: string;
  communeId: string;
  communeName: string;
  isOnline: boolean;
  /** The map of one scene, which the application draws: it knows the layers and who may see them. */
  renderStage: (scene: { view: View; bounds: Scene['bounds'] }) => ReactNode;
  /** Asks for all that these views show, and keeps it for as long as it stands here. */
  renderKept: (views: readonly View[]) => ReactNode;
  onLeave: () => void;
}) {
  const [view, change] = useView();
  const place = view.scene;
  const scenes = useScenes(person, place?.meeting ?? null);
  const [draft, keepDraft] = useKeptDraft<ConclusionDraft>(`presented-conclusion:${person}`);
  const [said, setSaid] = useState<string | null>(null);
  const unsent = useUnsent(person);
  const screen = useRef<HTMLDivElement>(null);
  const count = scenes.data?.length ?? 0;
  const position = Math.max(1, Math.min(count, place?.position ?? 1));
  const scene = scenes.data?.[position - 1];

  const move = (how: Move) => {
    if (!place) return;
    setSaid(null);
    change({ scene: { ...place, position: placeAfter(how, position, count) } }, { replace: true });
  };
  const conclude = () => {
    if (!scene || draft) return;
    setSaid(null);
    keepDraft({
      id: newId(),
      meeting_id: scene.meeting_id,
      scene_id: scene.id,
      text: '',
      hamlet_id: view.selection?.layer === 'hamlets' ? view.selection.id : null,
      organization_id: null,
      due_on: null,
      version: null,
    });
  };
  const fill = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void screen.current?.requestFullscreen?.().catch(() => undefined);
  };
  usePresentationKeys({
    isResting: draft !== null,
    onMove: move,
    onConclude: conclude,
    onFill: fill,
    onLeave,
  });
  const swipe = useSwipe(move);
  const isQuiet = useQuietPointer();
  const views = useMemo(() => (scenes.data ?? []).map(viewOfScene), [scenes.data]);
  const shown = views[position - 1];
  if (!scene || !shown) return <Nothing scenes={scenes} hasMeeting={place !== null} onLeave={onLeave} />;
  return (
    <div className="presentation" ref={screen} data-quiet={isQuiet} {...swipe}>
      {renderKept(views)}
      {renderStage({ view: shown, bounds: scene.bounds })}
      <aside className="presentation-panel">
        <div className="slide" key={scene.id} aria-live="polite">
          <Slide person={person} scene={scene} />
        </div>
        {said && <p className="presentation-said">{said}</p>}
        {unsent.refused && (
          <p className="presentation-said" role="alert">
            {m.meetings_unsent_refused({ text: unsent.refused })}
          </p>
        )}
        {(!isOnline || unsent.count > 0) && (
          <p className="presentation-said" role="status">
            {!isOnline && m.meetings_offline()}{' '}
            {unsent.count > 0 && m.meetings_unsent({ count: unsent.count })}
          </p>
        )}
        <footer className="presentation-foot">
          <span>{communeName}</span>
          <span>{m.meetings_scene_of({ position, count })}</span>
          <span className="presentation-tools">
            <Button onClick={conclude}>{m.meetings_conclude()}</Button>
            <Button onClick={fill}>{m.meetings_full_screen()}</Button>
            <IconButton icon="back" label={m.meetings_previous()} onClick={() => move('back')} />
            <IconButton icon="forward" label={m.meetings_next()} onClick={() => move('next')} />
            <IconButton icon="close" label={m.meetings_leave()} onClick={onLeave} />
          </span>
        </footer>
      </aside>
      {draft && (
        <Dialog
          title={m.meetings_conclusion_new()}
          closeLabel={m.members_close()}
          onClose={() => keepDraft(null)}
        >
          <ConclusionForm
            person={person}
            communeId={communeId}
            draft={draft}
            onDraft={keepDraft}
            onDone={() => {
              keepDraft(null);
              setSaid(m.meetings_conclusion_saved());
            }}
            onUnreachable={(kept) => {
              unsent.add(kept);
              keepDraft(null);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}

function Nothing({
  scenes,
  hasMeeting,
  onLeave,
}: {
  scenes: ReturnType<typeof useScenes>;
  hasMeeting: boolean;
  onLeave: () => void;
}) {
  const words = scenes.error ? faultWords(scenes.error) : null;
  if (hasMeeting && scenes.isPending) return <p className="presentation-waiting">{m.meetings_coming()}</p>;
  return (
    <div className="presentation-waiting">
      <Notice
        tone={words ? 'error' : 'plain'}
        title={words?.title ?? m.meetings_no_scenes()}
        action={<Button onClick={onLeave}>{m.meetings_leave()}</Button>}
      >
        {words?.advice ?? m.meetings_no_scenes_text()}
      </Notice>
    </div>
  );
}

/** A finger that strokes across the screen turns the scene; a mouse does not. */
function useSwipe(onMove: (move: Move) => void) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: ({ pointerType, clientX, clientY, isPrimary, target }: PointerEvent) => {
      // The line between two days is dragged, not turned.
      const isHeld = target instanceof Element && target.closest('[role="slider"], dialog') !== null;
      from.current = pointerType === 'mouse' || !isPrimary || isHeld ? null : { x: clientX, y: clientY };
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      const move = from.current && moveOfSwipe(from.current, { x: clientX, y: clientY });
      from.current = null;
      if (move) onMove(move);
    },
    onPointerCancel: () => {
      from.current = null;
    },
  };
}

const QUIET_AFTER_MILLISECONDS = 3000;

/** Whether nobody has moved the pointer for a while: then the tools step back. */
function useQuietPointer(): boolean {
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setQuiet(true), QUIET_AFTER_MILLISECONDS);
    const stir = () => {
      setQuiet(false);
      clearTimeout(timer);
      timer = setTimeout(() => setQuiet(true), QUIET_AFTER_MILLISECONDS);
    };
    window.addEventListener('pointermove', stir);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', stir);
    };
  }, []);
  return isQuiet;
}
