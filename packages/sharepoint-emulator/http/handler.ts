import type { Farm } from '../context/farm.ts';
import type { Faults } from '../faults/faults.ts';
import type { Throttle } from '../limits/throttle.ts';

/** The state that requests to one emulator are answered from. */
export interface Handler {
  readonly farm: Farm;
  readonly faults: Faults;
  readonly throttle: Throttle;
  /** The person behind requests without a sign-in; without one they get 401. */
  readonly anonymousAs: string | undefined;
}
