import { useQuery } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { queryIndicators } from '../../data/progress.ts';
import { nameOf, unitOfTotal, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import { measured, namesOf, needPush } from './figure-words.ts';
import type { Corrected, Scene, TotalFigure } from './server.ts';

/** What a scene says beside its map: the answer first, then who needs a push, then what was noted. */
export function Slide({ person, scene }: { person: string; scene: Scene }) {
  const { data: indicators } = useQuery(queryIndicators(person));
  const indicator = indicators?.find(({ code }) => code === scene.indicator);
  const { figures, corrected } = scene;
  const unit = indicator?.unit ?? 'percent';
  const frozen = m.meetings_frozen_on({ date: day(scene.frozen_on) });
  return (
    <>
      <h1 className="slide-title">{scene.title}</h1>
      {figures && <Answer total={figures.total} unit={unit} />}
      <p className="slide-quiet">{indicator ? `${nameOf(indicator)}, ${frozen}` : frozen}</p>
      {scene.indicator !== null && !figures && (
        <p className="slide-missing">{m.meetings_indicator_gone({ code: scene.indicator })}</p>
      )}
      {corrected && <Correction scene={scene} corrected={corrected} unit={unit} />}
      {scene.note && <p className="slide-note">{scene.note}</p>}
      {figures && <PushList scene={scene} unit={unit} />}
    </>
  );
}

function Answer({ total, unit }: { total: TotalFigure; unit: string }) {
  return (
    <div className="slide-answer" data-state={total.state}>
      <strong>
        {total.hamlets_met}/{measured(total)}
      </strong>
      <span>
        {m.meetings_hamlets_met()}
        {unit !== 'roads' && unit !== 'yes_no' && (
          <>
            <br />
            {m.meetings_whole({ value: valueText(total.value, unitOfTotal({ unit })) })}
            {total.target !== null &&
              ` · ${m.meetings_target({ value: valueText(total.target, unitOfTotal({ unit })) })}`}
          </>
        )}
        {total.hamlets_reported < measured(total) && (
          <>
            <br />
            {m.meetings_rests_on({ reported: total.hamlets_reported, total: measured(total) })}
          </>
        )}
      </span>
    </div>
  );
}

/** Both figures: the one that was decided upon, and what is known of the same day today. */
function Correction({ scene, corrected, unit }: { scene: Scene; corrected: Corrected; unit: string }) {
  const names = namesOf(corrected.hamlets);
  const said = (total: TotalFigure | null) =>
    total === null
      ? m.meetings_no_figure()
      : `${total.hamlets_met}/${measured(total)} (${valueText(total.value, unitOfTotal({ unit }))})`;
  return (
    <div className="slide-corrected">
      <strong>{m.meetings_corrected()}</strong>
      <p>
        {m.meetings_corrected_total({
          at: day(scene.frozen_at),
          kept: said(corrected.kept),
          known: said(corrected.known),
        })}
      </p>
      <ul>
        {corrected.hamlets.slice(0, 2).map(({ hamlet_id, kept, known }) => (
          <li key={hamlet_id}>
            {names.get(hamlet_id)}: <s>{kept ? valueText(kept.value, unit) : m.meetings_not_there()}</s>{' '}
            <b>{known ? valueText(known.value, unit) : m.meetings_not_there()}</b>
          </li>
        ))}
        {corrected.hamlets.length > 2 && <li>{m.meetings_more({ count: corrected.hamlets.length - 2 })}</li>}
      </ul>
    </div>
  );
}

function PushList({ scene, unit }: { scene: Scene; unit: string }) {
  const list = useRef<HTMLUListElement>(null);
  const hamlets = scene.figures?.hamlets ?? [];
  const names = namesOf(hamlets);
  const all = needPush(hamlets);
  const room = useRowsThatFit(list, all.length);
  const shown = all.length <= room ? all : all.slice(0, Math.max(0, room - 1));
  return (
    <ul className="slide-push" ref={list} aria-label={m.meetings_push()}>
      {shown.map(({ hamlet_id, state, value }) => (
        <li key={hamlet_id}>
          <StateSymbol state={state} size={34} />
          <span>{names.get(hamlet_id)}</span>
          {/* Of roads the sign says it all: none yet, or one on its way. */}
          <span>{unit === 'roads' && value !== null ? '' : valueText(value, unit)}</span>
        </li>
      ))}
      {shown.length < all.length && (
        <li className="slide-more">{m.meetings_more({ count: all.length - shown.length })}</li>
      )}
    </ul>
  );
}

/** Height of a row of the list, in pixels; the style sheet has the same. */
const ROW = 52;

/** How many rows the list's own space holds, so that none is cut in two. */
function useRowsThatFit(list: RefObject<HTMLUListElement | null>, most: number): number {
  const [rows, setRows] = useState(most);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => setRows(Math.floor(element.clientHeight / ROW));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
  return rows;
}
