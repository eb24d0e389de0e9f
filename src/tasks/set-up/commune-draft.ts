import { newId } from '../../data/new-id.ts';

/** What was entered about the commune so far. */
export type CommuneDraft = {
  step: 'boundary' | 'commune';
  /** The commune is one area of the file, or all of them together. */
  how: 'one' | 'all';
  /** Which area of the file; null until one is chosen. */
  chosen: number | null;
  withNeighbours: boolean;
  /** The boundary for which the fields below were last proposed. */
  proposedFor: string | null;
  /** Made once, so that the commune is made once however often it is sent. */
  id: string;
  name: string;
  code: string;
  province: string;
  /** '' until somebody chose another than the proposed one. */
  zone: string;
  source: string;
  isPublic: boolean;
};

export function emptyCommuneDraft(): CommuneDraft {
  return {
    step: 'boundary',
    how: 'one',
    chosen: null,
    withNeighbours: true,
    proposedFor: null,
    id: newId(),
    name: '',
    code: '',
    province: '',
    zone: '',
    source: '',
    isPublic: false,
  };
}
