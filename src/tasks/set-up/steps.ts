import { m } from '../../messages/generated/messages.js';
import { number } from '../../ui/format.ts';
import { LOADABLE, type Loadable } from './matching/layer-fields.ts';
import type { RailStep } from './step-rail.tsx';
import { layerNames } from './words.ts';

export type StepId = 'account' | 'boundary' | 'commune' | Loadable | 'done';

const ORDER: readonly StepId[] = ['account', 'boundary', 'commune', ...LOADABLE, 'done'];

function nameOf(step: StepId): string {
  switch (step) {
    case 'account':
      return m.set_up_step_account();
    case 'boundary':
      return m.set_up_step_boundary();
    case 'commune':
      return m.set_up_step_commune();
    case 'done':
      return m.set_up_step_finish();
    default:
      return layerNames[step]();
  }
}

/**
 * The steps as the rail shows them, seen from the current one. Layers are done when they have rows (`counts`);
 * what comes before the current step is done otherwise. `open` goes to the steps that `mayOpen` lets through.
 */
export function stepsOf(
  current: StepId,
  {
    counts = {},
    mayOpen = () => false,
    open = () => {},
  }: {
    counts?: Partial<Record<Loadable, number>>;
    mayOpen?: (step: StepId) => boolean;
    open?: (step: StepId) => void;
  } = {},
): RailStep[] {
  const at = ORDER.indexOf(current);
  return ORDER.map((id, index) => {
    const rows = counts[id as Loadable] ?? 0;
    const isLayer = (LOADABLE as readonly StepId[]).includes(id);
    const isDone = isLayer ? rows > 0 : index < at;
    return {
      id,
      name: nameOf(id),
      state: id === current ? 'current' : isDone ? 'done' : 'open',
      ...(rows > 0 ? { note: m.set_up_rows({ rows: number(rows) }) } : {}),
      ...(id !== current && mayOpen(id) ? { onOpen: () => open(id) } : {}),
    };
  });
}

/** The step after one; the last stays. */
export function stepAfter(step: StepId): StepId {
  return ORDER[ORDER.indexOf(step) + 1] ?? 'done';
}
