/** Random steps of a history, as plain data, so that a history can be shrunk and run again. */
import fc from 'fast-check';
import type { Fault } from '../faulty-host.ts';
import { colleagues } from './organisation.ts';
import type { Colleague } from './organisation.ts';

const acts = [
  'post',
  'comment',
  'edit',
  'stale edit',
  'delete',
  'react',
  'take back',
  'join',
  'leave',
  'give kudos',
  'thank',
  'withdraw',
  'read up to here',
  'move the clock',
  'restrict',
  'give rights back',
  'try again',
] as const;

export interface PlannedStep {
  readonly by: Colleague;
  readonly act: (typeof acts)[number];
  /** Chooses among whatever there is to choose from. */
  readonly pick: number;
  readonly other: number;
  readonly fault: { readonly what: Fault; readonly passing: number } | undefined;
}

const targets = ['read', 'write', 'directory'] as const;
const faults = fc.oneof(
  fc.record({ kind: fc.constantFrom('offline', 'fail-once'), on: fc.constantFrom(...targets) }),
  fc.record({ kind: fc.constant('answer-lost'), on: fc.constant('write') }),
  fc.record({
    kind: fc.constant('throttled'),
    on: fc.constantFrom(...targets),
    retryAfterSeconds: fc.constant(3),
  }),
) as fc.Arbitrary<Fault>;

const often = { post: 4, comment: 5, edit: 5, react: 5, 'give kudos': 3, 'try again': 6 } as const;

export const plannedSteps: fc.Arbitrary<PlannedStep> = fc.record({
  by: fc.constantFrom(...colleagues),
  act: fc.oneof(
    ...acts.map((act) => ({
      weight: act in often ? often[act as keyof typeof often] : 1,
      arbitrary: fc.constant(act),
    })),
  ),
  pick: fc.nat({ max: 9_999 }),
  other: fc.nat({ max: 9_999 }),
  fault: fc.option(fc.record({ what: faults, passing: fc.nat({ max: 3 }) }), {
    nil: undefined,
    freq: 2,
  }),
});
