/** What went wrong, in terms that a screen can act on. */
export type FaultKind =
  /** No answer from the server. */
  | 'unreachable'
  /** The session ended, or none is there and one is needed. */
  | 'signed-out'
  /** The account was made inactive. */
  | 'inactive'
  /** Signed in, but without the right. */
  | 'refused'
  /** What was sent cannot be taken; the message says what to do. */
  | 'bad-input'
  /** Fewer rows came than the server counted. */
  | 'shortfall'
  | 'unexpected';

/**
 * A failed call to the server. `message` is the server's own sentence where it wrote one for people; `details` is
 * what else it said as data, null when nothing.
 */
export class Fault extends Error {
  readonly kind: FaultKind;
  readonly hint: string | null;
  /** More that the server says for the program, read as data: of a stale version, both versions. Null: nothing. */
  readonly details: unknown;

  constructor(kind: FaultKind, message: string, hint: string | null = null, details: unknown = null) {
    super(message);
    this.name = 'Fault';
    this.kind = kind;
    this.hint = hint;
    this.details = details;
  }
}

/** Whether a failure is only that no answer came, so that asking again may help. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Fault && error.kind === 'unreachable';
}

type ServerError = { message: string; code?: string; hint?: string | null; details?: string | null };

/** Turns an error of the API into a fault. `status` 0 means that no answer came. */
export function faultOf(error: ServerError, status: number): Fault {
  return new Fault(kindOf(error, status), error.message, error.hint ?? null, dataOf(error.details));
}

function dataOf(details: string | null | undefined): unknown {
  try {
    return details ? JSON.parse(details) : null;
  } catch {
    // A sentence of the database's own.
    return details;
  }
}

function kindOf(error: ServerError, status: number): FaultKind {
  if (status === 0) return 'unreachable';
  if (error.hint === 'member_inactive') return 'inactive';
  if (status === 401) return 'signed-out';
  if (status === 403) return 'refused';
  if ([400, 409, 413, 422, 429].includes(status)) return 'bad-input';
  // A full disk: the server's sentence says what is lost (nothing stored) and whom to tell.
  if (status === 507) return 'bad-input';
  if (status === 502 || status === 503 || status === 504) return 'unreachable';
  return 'unexpected';
}

/** The version that the server has now, of an edit that it refused because it was made on an older one; else null. */
export function newerVersion<Row>(error: unknown): Row | null {
  if (!(error instanceof Fault) || error.hint !== 'stale' || error.details === null) return null;
  return (error.details as { theirs: Row }).theirs;
}
