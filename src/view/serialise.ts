import { roundCamera } from './parse.ts';
import { joinValues } from './values.ts';
import { FIRST_VIEW, type View } from './view.ts';

/**
 * The part of an address behind the question mark that `parse` reads back to the same view; empty for the
 * first view. Commas and colons stay readable.
 */
export function serialise(view: View): string {
  const said = new URLSearchParams();
  if (view.commune !== null) said.set('commune', view.commune);
  if (view.asOf !== null) said.set('as_of', view.asOf);
  if (view.layers !== null) said.set('layers', view.layers.join(','));
  for (const [layer, filters] of Object.entries(view.filters)) {
    for (const [filter, values] of Object.entries(filters)) {
      if (values.some((value) => value !== '')) said.set(`${layer}.${filter}`, joinValues(values));
    }
  }
  if (view.indicator !== FIRST_VIEW.indicator) said.set('indicator', view.indicator ?? 'none');
  if (view.selection) said.set('selected', `${view.selection.layer}:${view.selection.id}`);
  if (view.camera) {
    const { latitude, longitude, zoom } = roundCamera(view.camera);
    said.set('at', `${latitude},${longitude},${zoom}`);
  }
  if (view.table !== null) said.set('table', view.table);
  if (view.form) {
    const { act, layer, id } = view.form;
    said.set('form', id === null ? `${act}:${layer}` : `${act}:${layer}:${id}`);
  }
  if (view.compareTo !== null) said.set('compare_to', view.compareTo);
  if (view.rings.length > 0) said.set('rings', view.rings.join(','));
  if (view.reach) {
    const { layer, radius, kinds } = view.reach;
    said.set('reach', [layer, radius, ...(kinds.length > 0 ? [kinds.join(',')] : [])].join(':'));
  }
  if (view.scene) said.set('scene', `${view.scene.meeting}:${view.scene.position}`);
  const text = said.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
