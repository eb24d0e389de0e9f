import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../data/call.ts';
import { dropDraft, useDraft } from '../../data/draft.ts';
import { Fault } from '../../data/fault.ts';
import { putIntoOutbox } from '../../data/outbox/outbox.ts';
import type { Facts } from '../../layers/layer.ts';
import type { Answer, Filled, FormAct, Problem, RecordRow } from './act.ts';
import { readStale, type Stale, settle } from './conflict.ts';
import { beginDraft, type Draft, filled } from './draft.ts';
import type { FieldValue, FormField } from './fields.ts';

/** A form at work: what is in it, what is wrong with it, and what can be done. */
export type RecordFormModel = {
  draft: Draft;
  fields: ReturnType<FormAct['fields']>;
  problems: readonly Problem[];
  fault: Fault | null;
  stale: Stale | null;
  isSending: boolean;
  fill: (field: string, value: FieldValue) => void;
  draw: (geometry: Draft['geometry']) => void;
  send: () => void;
  /** Sends what was chosen between two versions. */
  settleAndSend: (takesTheirs: ReadonlySet<string>) => void;
  /** Forgets everything that was entered. */
  forget: () => void;
};

/** Keeps a form's draft in this tab, sends it once at a time, and turns refusals into what the form can show. */
export function useRecordForm(form: {
  act: FormAct;
  /** Name of the draft: the act, the layer, the row, the person. */
  name: string;
  layer: string;
  row: RecordRow | null;
  facts: Facts;
  onDone: (answer: Answer) => void;
}): RecordFormModel {
  const { act, name, layer, row, facts, onDone } = form;
  const queries = useQueryClient();
  const [draft, change] = useDraft<Draft>(name, () => beginDraft(act, row, facts));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const [stale, setStale] = useState<Stale | null>(null);
  const [isSending, setSending] = useState(false);
  // The second press of an impatient finger comes before the screen has changed.
  const sending = useRef(false);
  const fields = act.fields(row, facts);

  const send = async (sent: Draft) => {
    if (sending.current) return;
    sending.current = true;
    setSending(true);
    setProblems([]);
    setFault(null);
    try {
      const entered = filled(sent, fields, row, facts.communeId);
      const request = act.request(entered);
      if (act.kept) {
        // Nobody may be there to say so: what is missing is said here.
        const missing = missingIn(act, entered, fields);
        if (missing.length > 0) return setProblems(missing);
        const title = act.kept.titleOf(entered);
        await putIntoOutbox({
          id: entered.id,
          communeId: facts.communeId,
          act: act.kept.act,
          parameters: request.parameters,
          subject: row?.id ?? entered.id,
          title,
        });
        dropDraft(name);
        return onDone({ kept: title });
      }
      const answer = await call<Answer>(request.name as never, request.parameters);
      dropDraft(name);
      // Every list may show what was changed: hamlets answer for roads, roads for hamlets. A look at incidents
      // is logged, so they are asked for again only when they were changed.
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[1] !== 'incidents' || layer === 'incidents',
      });
      // What was saved is picked next, and is to be in its list by then. That a list did not come it says itself.
      await queries.refetchQueries(
        { predicate: ({ queryKey }) => queryKey[1] === layer, type: 'active' },
        { cancelRefetch: false },
      );
      onDone(answer);
    } catch (error) {
      const known = error instanceof Fault ? error : new Fault('unexpected', String(error));
      const newer = readStale(known, fields);
      const wrong = fieldProblems(known);
      if (newer) setStale(newer);
      else if (wrong) setProblems(wrong);
      else setFault(known);
    } finally {
      sending.current = false;
      setSending(false);
    }
  };
  return {
    draft,
    fields,
    problems,
    fault,
    stale,
    isSending,
    fill: (field, value) => {
      change({ values: { ...draft.values, [field]: value } });
      setProblems(problems.filter((problem) => problem.field !== field));
    },
    draw: (geometry) => {
      change({ geometry });
      setProblems(problems.filter((problem) => problem.field !== 'geometry'));
    },
    send: () => void send(draft),
    settleAndSend: (takesTheirs) => {
      if (!stale) return;
      const settled = settle(draft, stale, fields, takesTheirs);
      change({ geometry: undefined, ...settled });
      setStale(null);
      void send(settled);
    },
    forget: () => dropDraft(name),
  };
}

function missingIn(act: FormAct, { all, geometry }: Filled, fields: readonly FormField[]): Problem[] {
  const empty = fields.filter(({ id, required }) => required && (all[id] ?? null) === null);
  return [
    ...empty.map(({ id }) => ({ field: id, code: 'required', detail: null })),
    ...(act.geometry && !geometry ? [{ field: 'geometry', code: 'geometry_missing', detail: null }] : []),
  ];
}

/** What is wrong with the fields, as the server names it; null when it refused for something else. */
export function fieldProblems({ hint, details }: Fault): readonly Problem[] | null {
  if (hint !== 'fields_with_errors' || typeof details !== 'object' || details === null) return null;
  return 'fields' in details && Array.isArray(details.fields) ? (details.fields as Problem[]) : null;
}
