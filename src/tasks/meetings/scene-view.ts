import { parse } from '../../view/parse.ts';
import { serialise } from '../../view/serialise.ts';
import { FIRST_VIEW, type View } from '../../view/view.ts';
import type { Scene } from './server.ts';

/** What of a view a scene keeps, as a link says it. Its day and its ground stand beside it, its layers are given. */
export function viewText(view: View, layers: readonly string[]): string {
  return serialise({
    ...view,
    layers,
    commune: null,
    asOf: null,
    camera: null,
    table: null,
    form: null,
    scene: null,
    // Kept beside it too; what the first view has is not written.
    indicator: FIRST_VIEW.indicator,
  });
}

/** The view that a scene shows. */
export function viewOfScene(scene: Pick<Scene, 'view' | 'indicator' | 'frozen_on'>): View {
  return {
    ...parse(scene.view),
    commune: null,
    asOf: scene.frozen_on,
    indicator: scene.indicator,
    camera: null,
    table: null,
    form: null,
    scene: null,
  };
}
