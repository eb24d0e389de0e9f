/** Slows down guessing of one account's password. */
export type SignInDelay = {
  /**
   * Makes one attempt for `account`, after the wait that its earlier failures ask for, or answers 429 when
   * there were too many. `attempt` answers 200 on success and 400 on a wrong password.
   */
  attempt(account: string, attempt: () => Promise<Response>): Promise<Response>;
};

type Clock = { now: () => number; wait: (milliseconds: number) => Promise<void> };
type Attempts = { failures: number; windowEndsAt: number };

/** How many failures a name may have before it is answered 429, and whether one success forgets them all. */
type Patience = { mostFailures: number; successForgets: boolean };

const FREE_FAILURES = 3;
const PASSWORDS: Patience = { mostFailures: 10, successForgets: true };
/**
 * One-time codes are guessed under no name, so all who try share one wait. It never ends in a refusal, or a stranger
 * could lock everybody out; the codes' own 79 bits keep them from being guessed.
 */
export const CODES: Patience = { mostFailures: Number.POSITIVE_INFINITY, successForgets: false };
const WINDOW_MILLISECONDS = 15 * 60_000;
const FIRST_WAIT_MILLISECONDS = 250;
const LONGEST_WAIT_MILLISECONDS = 4_000;
// A stranger may invent account names without end; the oldest are forgotten first.
const MOST_ACCOUNTS = 10_000;

/** The time of this machine; `wait` where waiting is to pass otherwise. */
export function clockWith(wait: Clock['wait'] = pause): Clock {
  return { now: Date.now, wait };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/**
 * Three wrong passwords are free; each further one doubles the wait (0.25 s to 4 s); after ten within fifteen
 * minutes the account is answered 429 until the window ends. A right password forgets them all. An attempt
 * counts as a failure from its start, so that many at once gain nothing.
 */
export function createSignInDelay(clock: Clock = clockWith(), patience: Patience = PASSWORDS): SignInDelay {
  const accounts = new Map<string, Attempts>();

  function recordOf(account: string): Attempts {
    const known = accounts.get(account);
    if (known && known.windowEndsAt > clock.now()) return known;
    const fresh = { failures: 0, windowEndsAt: clock.now() + WINDOW_MILLISECONDS };
    accounts.delete(account);
    accounts.set(account, fresh);
    const oldest = accounts.keys().next().value;
    if (accounts.size > MOST_ACCOUNTS && oldest !== undefined) accounts.delete(oldest);
    return fresh;
  }

  return {
    async attempt(name, attempt) {
      const account = name.trim().normalize('NFC').toLowerCase();
      const record = recordOf(account);
      if (record.failures >= patience.mostFailures) return tooMany(record.windowEndsAt - clock.now());
      const earlier = record.failures;
      record.failures += 1;
      if (earlier >= FREE_FAILURES) await clock.wait(waitAfter(earlier));
      const response = await attempt();
      if (response.ok && patience.successForgets) accounts.delete(account);
      // Neither right nor wrong (the server failed): not held against anybody.
      else if (response.ok || response.status >= 500) record.failures -= 1;
      return response;
    },
  };
}

function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT_MILLISECONDS, FIRST_WAIT_MILLISECONDS * 2 ** (failures - FREE_FAILURES));
}

function tooMany(milliseconds: number): Response {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const message = `Đã nhập sai mật khẩu quá nhiều lần. Hãy thử lại sau ${Math.ceil(seconds / 60)} phút.`;
  const body = { code: 429, error_code: 'over_request_rate_limit', msg: message };
  return Response.json(body, { status: 429, headers: { 'retry-after': String(seconds) } });
}
