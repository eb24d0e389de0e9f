/** Why a file cannot be used at all; the screen has the words for each. */
export type FileProblem =
  | 'too_large'
  | 'unreadable'
  | 'empty'
  | 'archive'
  | 'markup'
  | 'not_utf8'
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

/** The most bytes that a file may have: more is refused before it is read. */
export const MOST_BYTES = 30 * 1024 * 1024;
