import { m } from '../../messages/generated/messages.js';
import { number } from '../../ui/format.ts';
import type { Oddity } from './coordinates/systems.ts';
import type { FileNote, NoteCode } from './file/file-note.ts';
import type { ShownReading } from './file/read-file.ts';

// Whose meridian it was before the provinces were merged.
const FORMER: Readonly<Record<string, string>> = { 'EPSG:9209': 'Hải Dương' };

/** What a way to read coordinates is called. */
export function systemName({ kind, zone }: ShownReading): string {
  if (kind === 'degrees') return m.set_up_place_degrees();
  return kind === 'web_mercator' ? m.set_up_place_web_mercator() : (zone?.name ?? '');
}

/** What is odd about one, in plain words. */
export function oddityWords(oddity: Oddity, { zone }: ShownReading): string {
  const meridian = /\d+°\d+′/.exec(zone?.name ?? '')?.[0] ?? zone?.name ?? '';
  const former = FORMER[zone?.code ?? ''];
  const words: Readonly<Record<Oddity, () => string>> = {
    swapped: m.set_up_odd_swapped,
    no_shift: m.set_up_odd_no_shift,
    no_scale: m.set_up_odd_no_scale,
    utm_scale: m.set_up_odd_utm_scale,
    other_zone: () =>
      former
        ? m.set_up_odd_former_zone({ meridian, province: former })
        : m.set_up_odd_other_zone({ meridian }),
    vn2000_degrees: m.set_up_odd_vn2000_degrees,
  };
  return words[oddity]();
}

/** What reading left out or changed, in plain words. */
export function noteWords({ code, count, example = '' }: FileNote): string {
  const counted = { count: number(count) };
  const words: Readonly<Record<NoteCode, () => string>> = {
    converted_tcvn3: () => m.set_up_note_tcvn3({ example }),
    converted_windows_1258: () => m.set_up_note_windows_1258({ example }),
    lines_above_header: () => m.set_up_note_lines_above(counted),
    lines_left_out: () => m.set_up_note_lines_left_out(counted),
    ragged_rows: () => m.set_up_note_ragged(counted),
    blocks_left_out: () => m.set_up_note_blocks(counted),
    curves_left_out: () => m.set_up_note_curves(counted),
    third_dimension_left_out: () => m.set_up_note_heights(counted),
    rings_closed: () => m.set_up_note_closed(counted),
    repeated_corners_left_out: () => m.set_up_note_repeated(counted),
    rings_turned: () => m.set_up_note_turned(counted),
    positions_broken: () => m.set_up_note_broken(counted),
    other_sheets: () => m.set_up_note_sheets(counted),
    other_layers: () => m.set_up_note_layers(counted),
    photos_without_place: () => m.set_up_note_photos(counted),
    corners_joined: () => m.set_up_note_joined(counted),
  };
  return words[code]();
}
