/** One answer of the phone's position service. */
export type Fix = {
  /** WGS84 degrees. */
  longitude: number;
  latitude: number;
  /** Metres within which the true place lies in 95 of 100 cases (W3C Geolocation, `accuracy`). */
  accuracy: number;
  /** Milliseconds of the phone's clock, which may jump. The order in which fixes came is trusted, not this. */
  timestamp: number;
};

/**
 * Why a fix has no part in the line. `unreadable`: no place or no accuracy in it; `inaccurate`: worse than 20 m;
 * `outlier`: away from its neighbours, or farther than a motorbike comes in the time.
 */
export type Reason = 'unreadable' | 'inaccurate' | 'outlier';

/** A fix in the plane. */
export type Step = {
  /** Metres east and north of the first fix. */
  x: number;
  y: number;
  accuracy: number;
  /** Seconds since the step before; where the clock jumped, what a step usually takes. */
  seconds: number;
  /** Grows by one where the clock went back: how long it took from one era to the next, nobody knows. */
  era: number;
};
