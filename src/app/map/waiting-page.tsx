import { AnswerCard } from '../../layers/hamlets/answer-card.tsx';
import { m } from '../../messages/generated/messages.js';
import { Skeleton } from '../../ui/skeleton.tsx';

/** The shape of the page while it is not known which commune it is about. */
export function WaitingPage() {
  return (
    <div className="map-page" data-tab="overview" aria-busy="true">
      <header className="map-page-head">
        <div>
          <h1>
            <Skeleton width="11rem" height="1.5rem" />
          </h1>
          <p className="map-page-plan">{m.shell_plan()}</p>
        </div>
      </header>
      <div className="map-page-overview" inert>
        <div className="overview">
          <p className="visually-hidden" role="status">
            {m.shell_loading()}
          </p>
          <Skeleton height="3rem" />
          <AnswerCard rows={null} before={null} />
          {['100%', '92%', '96%', '88%', '94%', '90%'].map((width) => (
            <Skeleton key={width} width={width} height="1.375rem" />
          ))}
        </div>
      </div>
      <div className="map-page-stage">
        <div className="map-stage" />
      </div>
      <div className="map-page-time" />
    </div>
  );
}
