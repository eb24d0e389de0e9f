import { useQuery } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import type { ProgressState } from '../../data/progress.ts';
import { callAll, readAll } from '../../data/read-all.ts';
import type { Bounds } from '../../geo/bounds.ts';

export type Meeting = {
  id: string;
  title: string;
  /** YYYY-MM-DD. */
  held_on: string;
  state: 'planned' | 'held';
  version: number;
  scenes: number;
  conclusions: number;
  open_conclusions: number;
};

export type MeetingDraft = Pick<Meeting, 'id' | 'title' | 'state'> & {
  held_on: string | null;
  version: number | null;
};

/** A figure as a scene keeps it; null is "chưa có số liệu". */
export type Figure = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  target: number | null;
  state: ProgressState;
};
export type TotalFigure = Figure & {
  hamlets_reported: number;
  hamlets_met: number;
  hamlets_empty: number;
  hamlets_total: number;
};
export type HamletFigure = Figure & { hamlet_id: string; name: string; former_commune: string | null };

/** What differs from what was kept, of the same day; a hamlet that was not there then, or is gone, has null. */
export type Corrected = {
  kept: TotalFigure;
  known: TotalFigure | null;
  hamlets: {
    hamlet_id: string;
    name: string;
    former_commune: string | null;
    kept: Figure | null;
    known: Figure | null;
  }[];
};

export type Scene = {
  id: string;
  meeting_id: string;
  /** From 1. */
  position: number;
  title: string;
  note: string | null;
  /** What a link says behind its address. */
  view: string;
  indicator: string | null;
  bounds: Bounds;
  frozen_on: string;
  frozen_at: string;
  figures: { total: TotalFigure; hamlets: HamletFigure[] } | null;
  corrected: Corrected | null;
  version: number;
};

export type SceneDraft = Pick<
  Scene,
  'id' | 'meeting_id' | 'title' | 'note' | 'view' | 'indicator' | 'bounds'
> & {
  frozen_on: string | null;
  version: number | null;
};

export type Conclusion = {
  id: string;
  meeting_id: string;
  scene_id: string | null;
  text: string;
  hamlet_id: string | null;
  organization_id: string | null;
  due_on: string | null;
  state: 'open' | 'done';
  done_on: string | null;
  closing_note: string | null;
  version: number;
  /** Null for who reads this conclusion alone. */
  meeting_title: string | null;
  meeting_held_on: string | null;
};

export type ConclusionDraft = Pick<
  Conclusion,
  'id' | 'meeting_id' | 'scene_id' | 'text' | 'hamlet_id' | 'organization_id' | 'due_on'
> & { version: number | null };

/** The meetings of a commune, the latest first. */
export function useMeetings(person: string, communeId: string, isWanted = true) {
  return useQuery({
    queryKey: [person, 'meetings', communeId],
    enabled: isWanted,
    queryFn: async () =>
      (await readAll<Meeting>('meetings', communeId)).toSorted((one, other) =>
        other.held_on.localeCompare(one.held_on),
      ),
  });
}

/** The scenes of a meeting in their order, each with what it was frozen with and what was corrected since. */
export function useScenes(person: string, meetingId: string | null) {
  return useQuery({
    queryKey: [person, 'meeting-scenes', meetingId],
    enabled: meetingId !== null,
    queryFn: () => callAll<Scene>('meeting_scenes', { meeting_id: meetingId }, 'position'),
  });
}

/** The conclusions that the person may read, those due soonest first. */
export function useConclusions(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'conclusions', communeId],
    queryFn: async () =>
      (await readAll<Conclusion>('conclusions', communeId)).toSorted((one, other) =>
        (one.due_on ?? '9999').localeCompare(other.due_on ?? '9999'),
      ),
  });
}

/** Fault hints: fields_with_errors, stale. */
export const saveMeeting = ({ version, ...meeting }: MeetingDraft, communeId: string) =>
  call<Meeting>('save_meeting', { meeting, edited_version: version, commune_id: communeId });

/** Takes the figures down when the scene is new, of another day or indicator, or on `freezeAgain`. */
export const saveScene = ({ version, ...scene }: SceneDraft, freezeAgain = false) =>
  call<Scene>('save_scene', { scene: { ...scene, freeze_again: freezeAgain }, edited_version: version });

/** Fault hints: stale, meeting_held. */
export const orderScenes = (meetingId: string, sceneIds: readonly string[]) =>
  call<string[]>('order_scenes', { meeting_id: meetingId, scene_ids: sceneIds });

export const removeScene = ({ id, meeting_id }: Scene) => call('remove_scene', { meeting_id, scene_id: id });

/** Sent twice it is written down once. Fault hints: fields_with_errors, stale. */
export const saveConclusion = ({ version, ...conclusion }: ConclusionDraft) =>
  call<Conclusion>('save_conclusion', { conclusion, edited_version: version });

/** `doneOn` null opens it again. */
export const closeConclusion = ({ id, version }: Conclusion, doneOn: string | null, note: string | null) =>
  call<Conclusion>('close_conclusion', {
    conclusion_id: id,
    done_on: doneOn,
    closing_note: note,
    edited_version: version,
  });
