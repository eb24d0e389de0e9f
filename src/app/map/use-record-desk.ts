import type { Geometry } from 'geojson';
import { useCallback, useMemo, useState } from 'react';
import type { Role } from '../../layers/layer.ts';
import type { Editing } from '../../map/editing/contract.ts';
import type { Answer } from '../../tasks/records/act.ts';
import { useOrganizations } from '../commune/communes.ts';
import { useModule } from '../connection/use-module.ts';
import type { MapPageModel } from './use-map-page.ts';
import { useSameList } from './use-same-list.ts';

const loadRecords = () => import('../../tasks/records/index.tsx');
/** Roles that have a form at all (the task says which, and the server decides). */
const KEEPS_RECORDS: ReadonlySet<Role> = new Set([
  'administrator',
  'front_officer',
  'police',
  'association',
  'hamlet_committee',
]);

/** Of every layer: hamlets stand for the commune. */
const RETIRED = { act: 'retired', layer: 'hamlets', id: null };

/** What was saved last. `id`: of the row that is there now; `name`: what it was called, for what has left the map. */
type Saved = {
  layer: string;
  id: string | null;
  name: string | null;
  answer: Answer;
  isRestored: boolean;
};

/** Forms of records beside the map: which one is open, what is being drawn, what was saved last. */
export type RecordDesk = ReturnType<typeof useRecordDesk>;

/** The forms are fetched for those who may keep records, after the first screen. */
export function useRecordDesk(page: MapPageModel, isAfterFirstScreen: boolean) {
  const { view, change, facts, layers } = page;
  const mayKeep = facts.role !== null && KEEPS_RECORDS.has(facts.role);
  const { module, failed } = useModule(loadRecords, mayKeep && isAfterFirstScreen);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isFolded, setFolded] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  const organizations = useOrganizations(page.person, page.commune.id).data ?? [];
  const open = module && view.form ? openForm(module, page) : null;
  const showsRetired = module !== null && view.form?.act === RETIRED.act;
  // The same list until rows change: the map is told of a new one, and the page draws itself again to tell it.
  const attracting = useSameList(
    layers
      .filter(({ layer }) => ['hamlets', 'roads', 'model-roads'].includes(layer.id))
      .map(({ layer, all }) => ({ id: layer.id, all })),
  );
  const snapTo = useMemo<readonly Geometry[]>(
    () =>
      attracting
        .flatMap(({ id: layer, all }) =>
          (all ?? []).filter(({ id }) => !(layer === view.form?.layer && id === view.form.id)),
        )
        .map(({ geometry }) => geometry),
    [attracting, view.form],
  );
  const close = () => {
    setFolded(false);
    change({ form: null });
  };
  // What was saved is seen on the map, also where its layer was off.
  const goOnTo = (layer: string, id: string | null) => {
    const isOff = id !== null && layers.some((state) => state.layer.id === layer && !state.isOn);
    if (isOff) page.switchLayer(layer, true);
    change({ form: null, selection: id === null ? null : { layer, id } });
  };
  return {
    module,
    failed: mayKeep && failed,
    open,
    showsRetired,
    editing,
    snapTo,
    organizations,
    isFolded,
    fold: setFolded,
    saved,
    onEditing: useCallback((next: Editing | null) => setEditing(next), []),
    begin: (act: string, layer: string, id: string | null) => {
      setSaved(null);
      change({ form: { act, layer, id } });
    },
    close,
    done: (answer: Answer) => {
      const layer = view.form?.layer ?? '';
      const id = open?.act.ends ? null : (answer.record?.id ?? answer.id ?? null);
      const name = open?.row ? open.layer.nameOf(open.row, facts) : null;
      setFolded(false);
      setSaved({ layer, id, name, answer, isRestored: false });
      goOnTo(layer, answer.kept === undefined ? id : (view.form?.id ?? null));
    },
    restored: (layer: string, answer: Answer) => {
      const id = answer.id ?? null;
      setSaved({ layer, id, name: null, answer, isRestored: true });
      goOnTo(layer, id);
    },
    showRetired: () => change({ form: RETIRED }),
    dismiss: () => setSaved(null),
  };
}

type Module = Awaited<ReturnType<typeof loadRecords>>;

/** The form that the link names, when this person may fill it in and its row is there. */
function openForm(module: Module, { view, facts, layers }: MapPageModel) {
  if (!view.form) return null;
  const { act: name, layer: id, id: rowId } = view.form;
  const state = layers.find(({ layer }) => layer.id === id);
  const act = module.actOf(id, name, facts.role);
  if (!state || !act || act.needsRow !== (rowId !== null)) return null;
  const row = state.all?.find((candidate) => candidate.id === rowId) ?? null;
  return act.needsRow && row === null ? null : { act, layer: state.layer, row };
}
