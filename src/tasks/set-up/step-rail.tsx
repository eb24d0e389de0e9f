import './step-rail.css';
import { useEffect, useRef } from 'react';
import { m } from '../../messages/generated/messages.js';
import { StateSymbol } from '../../ui/state-symbol.tsx';

export type RailStep = {
  id: string;
  name: string;
  state: 'done' | 'current' | 'open';
  /** What is there already: a count. */
  note?: string;
  /** Goes to the step; missing where one cannot. */
  onOpen?: () => void;
};

/** All steps with what is done: a list beside the step, one line above it on a phone. */
export function StepRail({ steps }: { steps: readonly RailStep[] }) {
  const position = steps.findIndex(({ state }) => state === 'current');
  const list = useRef<HTMLOListElement>(null);
  // On a phone the list is a strip that is wider than the screen.
  useEffect(() => {
    const current = list.current?.children[position];
    if (list.current && current instanceof HTMLElement) {
      list.current.scrollLeft = current.offsetLeft - list.current.offsetLeft - list.current.clientWidth / 4;
    }
  }, [position]);
  return (
    <nav className="step-rail" aria-label={m.set_up_steps()}>
      <p className="step-rail-short">
        {m.set_up_step_of({ step: position + 1, steps: steps.length })}
        <progress max={steps.length} value={position + 1} aria-hidden="true" />
      </p>
      <ol ref={list}>
        {steps.map((step, index) => (
          <li key={step.id} className={`step-rail-${step.state}`}>
            <RailButton step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function RailButton({ step, number }: { step: RailStep; number: number }) {
  const inside = (
    <>
      {step.state === 'done' ? (
        <StateSymbol state="met" size={26} />
      ) : (
        <span className="step-rail-number">{number}</span>
      )}
      <span className="step-rail-name">
        {step.name}
        {step.note && <small>{step.note}</small>}
      </span>
      {step.state === 'done' && <span className="visually-hidden">{m.set_up_step_done()}</span>}
    </>
  );
  const current = step.state === 'current' ? 'step' : undefined;
  if (!step.onOpen) {
    return (
      <span className="step-rail-item" aria-current={current}>
        {inside}
      </span>
    );
  }
  return (
    <button type="button" className="step-rail-item" aria-current={current} onClick={step.onOpen}>
      {inside}
    </button>
  );
}
