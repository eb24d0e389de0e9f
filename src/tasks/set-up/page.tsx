import './page.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { RoomBar } from '../../ui/room.tsx';
import { type RailStep, StepRail } from './step-rail.tsx';

/** The frame of every step: where one is, one heading, one thing to do. */
export function Page({
  steps = [],
  title,
  lead,
  isSample = false,
  onLeave,
  children,
}: {
  steps?: readonly RailStep[];
  title?: string;
  lead?: string;
  /** What is loaded here is loaded into the sample commune. */
  isSample?: boolean;
  /** Leaves for the map; missing while there is none. */
  onLeave?: () => void;
  children: ReactNode;
}) {
  return (
    <div className="set-up">
      <RoomBar
        place={onLeave ? m.shell_add_data() : m.set_up_title()}
        badge={
          <>
            <span className="set-up-product">{m.app_name()}</span>
            {isSample && <Badge tone="sample">{m.shell_sample()}</Badge>}
          </>
        }
        backLabel={m.set_up_to_map()}
        onBack={onLeave}
      />
      {steps.length > 0 && <StepRail steps={steps} />}
      <main className="set-up-main">
        {title && <Heading title={title} />}
        {lead && <p className="set-up-lead">{lead}</p>}
        {children}
      </main>
    </div>
  );
}

/** Takes the focus when the step changes, so that a reader begins where the eye does. */
function Heading({ title }: { title: string }) {
  const element = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string>(null);
  useEffect(() => {
    if (shown.current !== null && shown.current !== title) {
      element.current?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    shown.current = title;
  }, [title]);
  return (
    <h1 ref={element} tabIndex={-1}>
      {title}
    </h1>
  );
}
