import './change-list.css';
import { useMemo } from 'react';
import type { Indicator } from '../../data/progress.ts';
import { nameOf, standingText, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import {
  changesBetween,
  type FigureChange,
  type HamletChange,
  type RecordChange,
} from './changes-between.ts';
import { useComparedDay } from './use-compared-day.ts';
import type { MapPageModel } from './use-map-page.ts';

/** What is different between the two days, hamlet by hamlet; each entry leads to its place on the map. */
export function ChangeList({ page, compareTo }: { page: MapPageModel; compareTo: string }) {
  const { facts, figures, layers, change } = page;
  const compared = useComparedDay(page, compareTo);
  const isBack = compareTo < facts.asOf;
  const changes = useMemo(() => {
    const shown = layers.flatMap(({ layer, all }) => (all === null ? [] : [{ layer, all }]));
    if (!compared || !figures) return null;
    const isAlike = compared.layers.every((each) => shown.some(({ layer }) => layer.id === each.layer.id));
    if (!isAlike) return null;
    const here = { facts, figures, layers: shown.filter(({ layer }) => !layer.restriction) };
    return isBack ? changesBetween(compared, here) : changesBetween(here, compared);
  }, [compared, facts, figures, layers, isBack]);
  const [from, to] = isBack ? [compareTo, facts.asOf] : [facts.asOf, compareTo];
  const pick = (layer: string, id: string) => change({ selection: { layer, id } });
  return (
    <section className="change-list" aria-label={m.compare_list()}>
      <h2 className="overview-heading">{m.compare_list()}</h2>
      <p className="change-list-span">{m.compare_span({ from: day(from), to: day(to) })}</p>
      {changes === null || !figures ? (
        ['80%', '60%', '70%'].map((width) => <Skeleton key={width} width={width} height="1.25rem" />)
      ) : changes.length === 0 ? (
        <p>{m.compare_none()}</p>
      ) : (
        <ul>
          {changes.map((each) => (
            <HamletItem
              key={each.hamletId}
              change={each}
              indicators={figures.indicators}
              shownDay={facts.asOf}
              later={to}
              onPick={pick}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function HamletItem({
  change,
  indicators,
  shownDay,
  later,
  onPick,
}: {
  change: HamletChange;
  indicators: readonly Indicator[];
  shownDay: string;
  later: string;
  onPick: (layer: string, id: string) => void;
}) {
  const { hamletId, name, itself, figures, records } = change;
  const turned = figures.filter(({ from, to }) => from.standing !== to.standing);
  const others = figures.filter(({ from, to }) => from.standing === to.standing);
  // What is not there on the shown day cannot be flown to.
  const isThere = hamletId !== null && !(itself === (shownDay === later ? 'gone' : 'new'));
  return (
    <li>
      {isThere ? (
        <button type="button" className="change-list-name" onClick={() => onPick('hamlets', hamletId)}>
          {name}
        </button>
      ) : (
        <p className="change-list-name">{hamletId === null ? m.compare_other() : name}</p>
      )}
      {itself === 'new' && <p>{m.compare_hamlet_new()}</p>}
      {itself === 'gone' && <p>{m.compare_hamlet_gone({ date: day(later) })}</p>}
      <ul>
        {turned.map((figure) => (
          <li key={figure.indicator}>
            <FigureLine figure={figure} indicators={indicators} />
          </li>
        ))}
        {records.map((record) => (
          <li key={record.id}>
            <RecordLine
              record={record}
              isThere={record.what === 'turned' || (record.what === 'appeared') === (shownDay === later)}
              onPick={onPick}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{m.compare_figures_more({ count: others.length })}</summary>
          <ul>
            {others.map((figure) => (
              <li key={figure.indicator}>
                <FigureLine figure={figure} indicators={indicators} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function FigureLine({ figure, indicators }: { figure: FigureChange; indicators: readonly Indicator[] }) {
  const indicator = indicators.find(({ code }) => code === figure.indicator);
  if (!indicator) return null;
  const { from, to } = figure;
  const textOf = ({ value, standing }: FigureChange['from']) =>
    standing === 'empty' ? standingText(standing) : valueText(value, indicator.unit);
  return (
    <span className="change-list-line">
      <span className="change-list-states">
        <Sign standing={from.standing} />
        <span aria-hidden="true">→</span>
        <Sign standing={to.standing} />
      </span>
      <span>
        {nameOf(indicator)}
        <small>
          {m.compare_from_to({ from: textOf(from), to: textOf(to) })}
          {from.standing !== to.standing &&
            to.standing !== 'not_reported' &&
            ` · ${standingText(to.standing)}`}
        </small>
      </span>
    </span>
  );
}

function Sign({ standing }: { standing: FigureChange['from']['standing'] }) {
  return standing === 'empty' ? null : <StateSymbol state={standing} size={18} />;
}

function RecordLine({
  record,
  isThere,
  onPick,
}: {
  record: RecordChange;
  isThere: boolean;
  onPick: (layer: string, id: string) => void;
}) {
  const { what, name, state, layer, id } = record;
  const words =
    what === 'appeared'
      ? m.compare_appeared({ name })
      : what === 'vanished'
        ? m.compare_vanished({ name })
        : name;
  const line = (
    <>
      <span className="change-list-states">
        {state !== null && what !== 'vanished' && <StateSymbol state={state} size={18} />}
      </span>
      <span>{words}</span>
    </>
  );
  return isThere ? (
    <button type="button" className="change-list-line" onClick={() => onPick(layer, id)}>
      {line}
    </button>
  ) : (
    <span className="change-list-line">{line}</span>
  );
}
