import { AnswerCard } from '../../layers/hamlets/answer-card.tsx';
import { PLAN_INDICATOR } from '../../layers/hamlets/progress.ts';
import { PushList } from '../../layers/hamlets/push-list.tsx';
import { m } from '../../messages/generated/messages.js';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { IndicatorChooser } from './indicator-chooser.tsx';
import { useAnswerBefore } from './use-answer-before.ts';
import type { Owner } from './use-indicators.ts';
import type { MapPageModel } from './use-map-page.ts';

/** The answer and who needs a push, by the chosen indicator; by the plan's own number while none is chosen. */
export function AnswerPart({
  page,
  isAfterFirstScreen,
  owners,
  onHover,
}: {
  page: MapPageModel;
  isAfterFirstScreen: boolean;
  owners: readonly Owner[] | null;
  onHover: (hamletId: string | null) => void;
}) {
  const { view, change, facts, hamlets, figures, figuresParts: parts } = page;
  const before = useAnswerBefore(page, facts.asOf, view.compareTo, isAfterFirstScreen);
  const shownDay = page.comingDay === null ? null : facts.asOf;
  const code = view.indicator ?? PLAN_INDICATOR;
  const picking = {
    selectedId: view.selection?.layer === 'hamlets' ? view.selection.id : null,
    onSelect: (id: string | null) => change({ selection: id === null ? null : { layer: 'hamlets', id } }),
    onHover,
  };
  const chooser = (
    <IndicatorChooser owners={owners} chosen={code} onChoose={(indicator) => change({ indicator })} />
  );
  if (code === PLAN_INDICATOR) {
    return (
      <>
        <AnswerCard rows={hamlets} before={before} shownDay={shownDay} chooser={chooser} />
        <PushList rows={hamlets} facts={facts} {...picking} />
      </>
    );
  }
  const indicator = figures?.indicators.find((each) => each.code === code);
  if (figures && !indicator) {
    return (
      <>
        <Card className="answer">{chooser}</Card>
        <Notice tone="warning" title={m.indicators_unknown()}>
          {m.indicators_unknown_text({ code })}
        </Notice>
      </>
    );
  }
  if (!figures || !indicator || !parts || hamlets === null) {
    return (
      <>
        <AnswerCard rows={null} before={null} chooser={chooser} />
        <PushList rows={null} facts={facts} {...picking} />
      </>
    );
  }
  const { IndicatorCard, IndicatorPush } = parts;
  return (
    <>
      <IndicatorCard figures={figures} indicator={indicator} chooser={chooser} shownDay={shownDay} />
      <IndicatorPush rows={hamlets} figures={figures} indicator={indicator} facts={facts} {...picking} />
    </>
  );
}
