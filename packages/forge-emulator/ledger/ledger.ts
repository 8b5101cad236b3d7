/** Everything of an app that Atlassian counts, for tests and budgets to read. */
import type { Clock } from '../clock/index.ts';
import { Invocations } from './invocations.ts';
import { Operations } from './operations.ts';
import { Points, type PointsOptions } from './points.ts';
import { Tally } from './tally.ts';

export interface Ledger {
  /** What calls of Confluence cost. */
  readonly points: Points;
  /** Calls of functions by people. */
  readonly invocations: Invocations;
  /** Operations of realtime. */
  readonly realtime: Operations;
  /** Statements of `@forge/sql` that were let through, as `question`, `change` or `definition`. */
  readonly statements: Tally;
}

export function openLedger(clock: Clock, points: PointsOptions = {}): Ledger {
  return {
    points: new Points(clock, points),
    invocations: new Invocations(clock),
    realtime: new Operations(clock),
    statements: new Tally(clock),
  };
}
