/** Forge SQL's documented limits: https://developer.atlassian.com/platform/forge/limits-sql/ */
import type { Clock } from '../clock/index.ts';
import { Window, type Tally } from '../ledger/index.ts';
import type { Environment } from '../runtime/installation.ts';
import type { StatementKind } from './policy.ts';

const second = 1000;
const minute = 60 * second;
const mebibyte = 1024 ** 2;

export const limits = {
  requestBytes: 1024 * 1024,
  responseBytes: 4 * 1024 * 1024,
  /** By the environment that an app was deployed to. */
  databaseBytes: {
    PRODUCTION: 1024 * mebibyte,
    STAGING: 256 * mebibyte,
    DEVELOPMENT: 128 * mebibyte,
  },
  /** Of memory, for one query. */
  memoryBytes: 16 * 1024 * 1024,
  /** In one minute, all statements together. */
  queryMilliseconds: 62.5 * second,
  milliseconds: { question: 5 * second, change: 10 * second, definition: 20 * second },
} as const satisfies Record<
  string,
  number | Record<StatementKind, number> | Record<Environment, number>
>;

const rates = {
  rows: { most: 150, window: second },
  tables: { most: 25, window: minute },
} as const;

/** What one installation has used up. */
export class Usage {
  readonly #rows: Window;
  readonly #tables: Window;
  readonly #time: Window;
  readonly #tally: Tally;

  constructor(clock: Clock, tally: Tally) {
    this.#tally = tally;
    this.#rows = new Window(clock, rates.rows.window);
    this.#tables = new Window(clock, rates.tables.window);
    this.#time = new Window(clock, minute);
  }

  /** @returns whether there may be one more statement of this kind now; counts it. */
  admit(kind: StatementKind): boolean {
    const isDefinition = kind === 'definition';
    const window = isDefinition ? this.#tables : this.#rows;
    const { most } = isDefinition ? rates.tables : rates.rows;
    if (window.sum >= most || this.#time.sum >= limits.queryMilliseconds) return false;
    window.add(1);
    this.#tally.add(kind);
    return true;
  }

  took(milliseconds: number): void {
    this.#time.add(milliseconds);
  }
}
