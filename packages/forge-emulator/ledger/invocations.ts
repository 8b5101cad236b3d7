/**
 * How often people may call an app's functions, on fixed windows:
 * https://developer.atlassian.com/platform/forge/limits-invocation/ and the answer to RFC 130,
 * https://community.developer.atlassian.com/t/rfc-130-upcoming-changes-to-invocation-rate-limits/100191.
 */
import type { Clock } from '../clock/index.ts';
import { Tally } from './tally.ts';
import { Window } from './window.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MOST = { person: 1200, installation: 7000, installationInASecond: 300 } as const;

export class Invocations {
  /** Each call by the account of the person. */
  readonly tally: Tally;
  readonly #clock: Clock;
  readonly #minute: Window;
  readonly #second: Window;
  readonly #people = new Map<string, Window>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.tally = new Tally(clock);
    this.#minute = new Window(clock, MINUTE);
    this.#second = new Window(clock, SECOND);
  }

  /** @returns whether the person may call now; counts it. Refused ones count too. */
  admit(accountId: string): boolean {
    const person = this.#people.get(accountId) ?? new Window(this.#clock, MINUTE);
    this.#people.set(accountId, person);
    const isFree =
      person.sum < MOST.person &&
      this.#minute.sum < MOST.installation &&
      this.#second.sum < MOST.installationInASecond;
    for (const window of [person, this.#minute, this.#second]) window.add(1);
    if (isFree) this.tally.add(accountId);
    return isFree;
  }
}
