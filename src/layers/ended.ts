import { m } from '../messages/generated/messages.js';
import { day } from '../ui/format.ts';

/** When a record is no more. Seen on a day before that, it is still there. */
export type Ending = {
  /** First day on which it is no more. */
  valid_to: string | null;
  retired_reason: string | null;
};

/** From which day it is no more, and why, as particulars; none for what goes on. */
export function endingItems({ valid_to, retired_reason }: Ending) {
  return valid_to === null
    ? []
    : [{ name: m.layers_ended_on({ date: day(valid_to) }), value: retired_reason }];
}
