/** Slows down guessing of one account's password. Why it is built so: docs/decisions/0007. */
export type SignInDelay = {
  /**
   * Makes one attempt for `account` from a network address, after the wait that earlier failures ask for, or
   * answers 429 while there were too many. `attempt` answers 200 on success and 400 on a wrong password.
   */
  attempt(account: string, source: string, attempt: () => Promise<Response>): Promise<Response>;
};

type Clock = { now: () => number; wait: (milliseconds: number) => Promise<void> };
type Failures = { count: number; refusedUntil: number; forgottenAt: number };

const MINUTE = 60_000;
const FREE_FAILURES = 3;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4_000;
const FAILURES_BEFORE_PAUSE = 10;
const LONGEST_PAUSE = 15 * MINUTE;
const FORGOTTEN_AFTER = 60 * MINUTE;
/** Failures for one account, within an hour, from all addresses together from which nobody signed in to it yet. */
const STRANGERS_FAILURES = 30;
// A stranger may invent account names without end, and long ones; the oldest are forgotten first.
const MOST_RECORDS = 50_000;
const LONGEST_NAME = 320;

/** Whether many failures end in refusals, and whether one success forgets them all. */
type Patience = { refuses: boolean; successForgets: boolean };
const PASSWORDS: Patience = { refuses: true, successForgets: true };
/**
 * One-time codes are guessed under no name, so all who try share one wait. It never ends in a refusal, or a stranger
 * could lock everybody out; the codes' own 79 bits keep them from being guessed.
 */
export const CODES: Patience = { refuses: false, successForgets: false };

/** The time of this machine; `wait` where waiting is to pass otherwise. */
export function clockWith(wait: Clock['wait'] = pause): Clock {
  return { now: Date.now, wait };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/**
 * For each account and address three wrong passwords are free; each further one doubles the wait (0.25 s to
 * 4 s); from the tenth on each is followed by a pause that is answered 429 (1 minute, doubled up to 15). A right
 * password forgets them, an hour without a failure too. Addresses that are strange to the account share 30
 * failures an hour, so that more addresses give no more guesses; one from which somebody signed in to it before
 * is not held up by what strangers do. An attempt counts as a failure from its start, so that many at once gain
 * nothing.
 */
export function createSignInDelay(clock: Clock = clockWith(), patience: Patience = PASSWORDS): SignInDelay {
  const bySource = createBook(clock);
  const ofStrangers = createBook(clock);
  const known = new Map<string, Set<string>>();

  return {
    async attempt(name, source, attempt) {
      const account = name.trim().normalize('NFC').toLowerCase().slice(0, LONGEST_NAME);
      const key = JSON.stringify([account, source]);
      const own = bySource.of(key);
      const strangers = known.get(account)?.has(source) ? null : ofStrangers.of(account);
      const refusedFor = Math.max(own.refusedUntil, strangers?.refusedUntil ?? 0) - clock.now();
      if (patience.refuses && refusedFor > 0) return tooMany(refusedFor);

      const earlier = own.count;
      own.count += 1;
      if (patience.successForgets) own.forgottenAt = clock.now() + FORGOTTEN_AFTER;
      if (own.count >= FAILURES_BEFORE_PAUSE) own.refusedUntil = clock.now() + pauseAfter(own.count);
      if (strangers) strangers.count += 1;
      if (strangers && strangers.count >= STRANGERS_FAILURES) strangers.refusedUntil = strangers.forgottenAt;
      if (earlier >= FREE_FAILURES) await clock.wait(waitAfter(earlier));

      const response = await attempt();
      // A 5xx is neither right nor wrong (the server failed): not held against anybody.
      if (response.ok || response.status >= 500) {
        takeBack(own);
        if (strangers) takeBack(strangers);
      }
      if (response.ok && patience.successForgets) {
        bySource.forget(key);
        known.set(account, (known.get(account) ?? new Set()).add(source));
      }
      return response;
    },
  };
}

function takeBack(failures: Failures): void {
  failures.count -= 1;
  failures.refusedUntil = 0;
}

function createBook(clock: Clock) {
  const records = new Map<string, Failures>();
  return {
    of(key: string): Failures {
      const now = clock.now();
      const found = records.get(key);
      if (found && found.forgottenAt > now) return found;
      const fresh = { count: 0, refusedUntil: 0, forgottenAt: now + FORGOTTEN_AFTER };
      records.delete(key);
      records.set(key, fresh);
      const oldest = records.keys().next().value;
      if (records.size > MOST_RECORDS && oldest !== undefined) records.delete(oldest);
      return fresh;
    },
    forget: (key: string) => records.delete(key),
  };
}

function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - FREE_FAILURES));
}

function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE, MINUTE * 2 ** (failures - FAILURES_BEFORE_PAUSE));
}

function tooMany(milliseconds: number): Response {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const message = `Đã nhập sai mật khẩu quá nhiều lần. Hãy thử lại sau ${Math.ceil(seconds / 60)} phút.`;
  const body = { code: 429, error_code: 'over_request_rate_limit', msg: message };
  return Response.json(body, { status: 429, headers: { 'retry-after': String(seconds) } });
}
