/** What reading left out or changed. */
export type NoteCode =
  | 'converted_tcvn3'
  | 'converted_windows_1258'
  | 'lines_above_header'
  | 'lines_left_out'
  | 'ragged_rows'
  | 'blocks_left_out'
  | 'curves_left_out'
  | 'third_dimension_left_out'
  | 'rings_closed'
  | 'repeated_corners_left_out'
  | 'rings_turned'
  | 'positions_broken'
  | 'other_sheets'
  | 'other_layers'
  | 'photos_without_place'
  | 'corners_joined';

/** `count` things were concerned; `example` shows one. */
export type FileNote = { code: NoteCode; count: number; example?: string };

/** Collects notes while a file is read; what is noted twice is counted together. */
export class Notes {
  private readonly byCode = new Map<NoteCode, FileNote>();

  add(code: NoteCode, count = 1, example?: string): void {
    const before = this.byCode.get(code);
    if (count === 0) return;
    this.byCode.set(code, {
      code,
      count: (before?.count ?? 0) + count,
      ...((before?.example ?? example) ? { example: before?.example ?? example } : {}),
    });
  }

  list(): FileNote[] {
    return [...this.byCode.values()];
  }
}
