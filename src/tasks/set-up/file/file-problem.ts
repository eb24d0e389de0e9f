/** Why a file cannot be used at all; the screen has the words for each. */
export type FileProblem =
  | 'too_large'
  | 'unreadable'
  | 'empty'
  | 'unknown_format'
  | 'cut_off'
  | 'several_formats'
  | 'zip_bomb'
  | 'zip_names'
  | 'zip_nothing'
  | 'xml_entities'
  | 'xml_broken'
  | 'not_kml'
  | 'shapefile_parts'
  | 'dgn'
  | 'dwg'
  | 'old_excel'
  | 'no_coordinates'
  | 'too_many_positions'
  | 'photo_without_place'
  | 'not_json'
  | 'not_geojson'
  | 'topojson'
  | 'no_features';

/** Thrown by what reads files. */
export class UnusableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem);
    this.name = 'UnusableFile';
    this.problem = problem;
  }
}

/** The most bytes that the chosen files may have together: more is refused before it is read. */
export const MOST_BYTES = 30 * 1024 * 1024;

/** The most corners that one file may have: about what a tab can hold and draw. */
export const MOST_POSITIONS = 3_000_000;
