import { CHOICE_NAMES, ORGANIZATION_NAMES } from './matching/known-names.ts';
import { type Field, LAYER_FIELDS, type Loadable } from './matching/layer-fields.ts';
import type { Meaning } from './matching/meaning.ts';
import type { Meanings } from './matching/rows.ts';
import { choiceNames } from './words.ts';

export type Organization = { id: string; code: string; name: string };

/** What the texts of each choice and organization field of a layer may mean, under every name known. */
export function meaningsOf(layer: Loadable, organizations: readonly Organization[]): Meanings {
  return Object.fromEntries(
    LAYER_FIELDS[layer].map((field) => [
      field.id,
      field.kind === 'organization' ? organizations.map(ofOrganization) : (field.choices ?? []).map(ofChoice),
    ]),
  );
}

function ofOrganization({ id, code, name }: Organization): Meaning {
  return { value: id, names: [id, code, name, ...(ORGANIZATION_NAMES[code] ?? [])] };
}

function ofChoice(choice: string): Meaning {
  const onScreen = choiceNames[choice];
  const names = onScreen ? [onScreen({}, { locale: 'vi' }), onScreen({}, { locale: 'en' })] : [];
  return { value: choice, names: [choice, ...names, ...(CHOICE_NAMES[choice] ?? [])] };
}

/** What a field may hold, for a list to choose from. */
export function optionsOf(
  field: Field,
  organizations: readonly Organization[],
): { value: string; name: string }[] {
  if (field.kind === 'organization') return organizations.map(({ id, name }) => ({ value: id, name }));
  return (field.choices ?? []).map((value) => ({ value, name: choiceNames[value]?.() ?? value }));
}
