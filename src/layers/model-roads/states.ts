import { m } from '../../messages/generated/messages.js';
import type { StateSymbol } from '../layer.ts';
import type { ModelRoadState } from './row.ts';

/** In the order in which legends and filters name them. */
export const STATES: readonly ModelRoadState[] = ['recognised', 'registered', 'lapsed'];

const words: Record<ModelRoadState, () => string> = {
  recognised: m.layers_model_roads_recognised,
  registered: m.layers_model_roads_registered,
  lapsed: m.layers_model_roads_lapsed,
};

/** What a state is called. */
export function stateText(state: ModelRoadState): string {
  return words[state]();
}

/** The symbol of a state. */
export const SYMBOLS: Record<ModelRoadState, StateSymbol> = {
  recognised: 'met',
  registered: 'on_the_way',
  lapsed: 'behind',
};
