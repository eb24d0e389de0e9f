import type { Step } from './fix.ts';

/** A place in the plane, in metres, and how fast it was passed, in metres a second. */
export type Passed = { x: number; y: number; speed: number };

/** How restless a walker is: spectral density of the acceleration, m²/s³. Chosen on `bench/walk.ts`. */
const RESTLESSNESS = 0.02;
/** Metres a second, one standard deviation: how fast somebody may be when the recording begins. */
const FIRST_SPEED = 2;
/** Radius that holds 95 of 100 places, in standard deviations along one axis (Rayleigh: √(−2 ln 0.05)). */
const RADIUS_95 = 2.4477;
/** Metres: phones claim more than they can. */
const BEST_DEVIATION = 3;
/** Seconds: after a longer pause nothing is known of the speed any more, and larger numbers only lose digits. */
const LONGEST_PAUSE = 600;

/** Place and speed along both axes, with their variance (a), covariance (b) and variance (d), the same for both. */
type State = { x: number; y: number; vx: number; vy: number; a: number; b: number; d: number };

/**
 * Takes the shaking out of a walk: a Kalman filter forwards and the Rauch-Tung-Striebel smoother backwards, so that
 * each place leans on those before and after it. Model: nearly constant velocity, each axis for itself, with
 * white-noise acceleration (Bar-Shalom, Li & Kirubarajan 2001, Estimation with Applications to Tracking and
 * Navigation, 6.2.2; smoother: Rauch, Tung & Striebel 1965, Maximum Likelihood Estimates of Linear Dynamic Systems).
 */
export function smoothSteps(steps: readonly Step[]): Passed[] {
  const predicted: State[] = [];
  const filtered: State[] = [];
  for (const step of steps) {
    const before = filtered.at(-1);
    const noise = Math.max(BEST_DEVIATION, step.accuracy / RADIUS_95) ** 2;
    const ahead = before
      ? predict(before, pauseOf(step))
      : { x: step.x, y: step.y, vx: 0, vy: 0, a: noise, b: 0, d: FIRST_SPEED ** 2 };
    predicted.push(ahead);
    filtered.push(correct(ahead, step, noise));
  }
  const smoothed = [...filtered];
  for (let index = steps.length - 2; index >= 0; index -= 1) {
    const here = filtered[index] as State;
    const next = smoothed[index + 1] as State;
    smoothed[index] = lookBack(here, predicted[index + 1] as State, next, pauseOf(steps[index + 1] as Step));
  }
  return smoothed.map(({ x, y, vx, vy }) => ({ x, y, speed: Math.hypot(vx, vy) }));
}

const pauseOf = ({ seconds }: Step) => Math.min(seconds, LONGEST_PAUSE);

function predict({ x, y, vx, vy, a, b, d }: State, dt: number): State {
  return {
    x: x + vx * dt,
    y: y + vy * dt,
    vx,
    vy,
    a: a + 2 * dt * b + dt ** 2 * d + (RESTLESSNESS * dt ** 3) / 3,
    b: b + dt * d + (RESTLESSNESS * dt ** 2) / 2,
    d: d + RESTLESSNESS * dt,
  };
}

function correct({ x, y, vx, vy, a, b, d }: State, seen: Step, noise: number): State {
  const place = a / (a + noise);
  const velocity = b / (a + noise);
  return {
    x: x + place * (seen.x - x),
    y: y + place * (seen.y - y),
    vx: vx + velocity * (seen.x - x),
    vy: vy + velocity * (seen.y - y),
    a: a - place * a,
    b: b - place * b,
    d: d - velocity * b,
  };
}

/** The gain is P Fᵀ P⁻¹: how much of what was learnt later counts here. */
function lookBack(here: State, ahead: State, next: State, dt: number): State {
  const determinant = ahead.a * ahead.d - ahead.b ** 2;
  const toPlace = here.a + dt * here.b;
  const toSpeed = here.b + dt * here.d;
  const gain = {
    placeByPlace: (toPlace * ahead.d - here.b * ahead.b) / determinant,
    placeBySpeed: (here.b * ahead.a - toPlace * ahead.b) / determinant,
    speedByPlace: (toSpeed * ahead.d - here.d * ahead.b) / determinant,
    speedBySpeed: (here.d * ahead.a - toSpeed * ahead.b) / determinant,
  };
  return {
    ...here,
    x: here.x + gain.placeByPlace * (next.x - ahead.x) + gain.placeBySpeed * (next.vx - ahead.vx),
    y: here.y + gain.placeByPlace * (next.y - ahead.y) + gain.placeBySpeed * (next.vy - ahead.vy),
    vx: here.vx + gain.speedByPlace * (next.x - ahead.x) + gain.speedBySpeed * (next.vx - ahead.vx),
    vy: here.vy + gain.speedByPlace * (next.y - ahead.y) + gain.speedBySpeed * (next.vy - ahead.vy),
  };
}
