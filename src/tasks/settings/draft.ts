import { newId } from '../../data/new-id.ts';
import type { Criterion, Definition, DueDays, NewVersion } from './server.ts';

/** A version as it is being written: numbers are text, as typed. */
export type Draft = {
  id: string;
  count: string;
  due: string;
  overdue: string;
  criteria: readonly Criterion[];
  choice: string;
  validFrom: string | null;
  legalBasis: string;
  confirmed: boolean;
};

/** A form that is open on a setting's card, and what stands in it. */
export type OpenForm = { kind: 'version'; draft: Draft } | { kind: 'confirm'; id: string; basis: string };

/** Begins with what counts now, from today on, or from the next year where it changes with one. */
export function draftFrom({ kind, from_new_year }: Definition, value: unknown, today: string): Draft {
  const days = kind === 'due_days' ? (value as DueDays | null) : null;
  return {
    id: newId(),
    count: kind === 'count' && value !== null ? String(value) : '',
    due: String(days?.due ?? ''),
    overdue: String(days?.overdue ?? ''),
    criteria: kind === 'criteria' ? ((value as Criterion[] | null) ?? [newCriterion()]) : [],
    choice: kind === 'choice' ? String(value ?? '') : '',
    validFrom: from_new_year ? `${Number(today.slice(0, 4)) + 1}-01-01` : today,
    legalBasis: '',
    confirmed: false,
  };
}

/** A criterion without a name. Its code is made once and never shown: assessments keep it when the name changes. */
export function newCriterion(): Criterion {
  return { code: `c${newId().replaceAll('-', '').slice(-12)}`, name: { vi: '', en: '' } };
}

/** What is sent. A text that is no number goes as it is: the server says what is wrong with it. */
export function versionOf(definition: Definition, draft: Draft): NewVersion {
  return {
    id: draft.id,
    key: definition.key,
    value: contentOf(definition.kind, draft),
    legal_basis: draft.legalBasis,
    valid_from: draft.validFrom ?? '',
    confirmed: draft.confirmed,
  };
}

function contentOf(kind: Definition['kind'], draft: Draft): unknown {
  switch (kind) {
    case 'count':
      return numberOf(draft.count);
    case 'choice':
      return draft.choice;
    case 'due_days':
      return { due: numberOf(draft.due), overdue: numberOf(draft.overdue) };
    case 'criteria':
      return draft.criteria.map(({ code, name }) => {
        const vi = name.vi.trim().normalize('NFC');
        // Where nobody wrote an English name the Vietnamese one stands on the English page too.
        return { code, name: { vi, en: name.en.trim().normalize('NFC') || vi } };
      });
  }
}

function numberOf(text: string): number | string {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : text;
}
