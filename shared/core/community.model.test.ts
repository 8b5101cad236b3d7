/** Random histories by five people over a failing network, compared with a plain model. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKantineError } from './kernel/errors.ts';
import { comparePost, compareThanks, compareWall } from './testing/compare.ts';
import type { Comparison } from './testing/compare.ts';
import { plannedSteps } from './testing/planned-steps.ts';
import type { PlannedStep } from './testing/planned-steps.ts';
import { emptyModel } from './testing/model.ts';
import type { Model } from './testing/model.ts';
import { colleagues, organisation } from './testing/organisation.ts';
import type { Colleague, Organisation } from './testing/organisation.ts';
import { stepOf } from './testing/steps.ts';
import type { Step } from './testing/steps.ts';

interface History {
  readonly company: Organisation;
  readonly model: Model;
  /** Steps that nobody has confirmed: they may have happened, or half happened. */
  readonly pending: Step[];
  /** How many operations ran, repeats included; some find nothing to do. */
  ran: number;
}

async function begin(): Promise<History> {
  const company = organisation();
  const model = emptyModel();
  for (const [name, by] of [
    ['Lunch run', 'ada'],
    ['Bakery', 'bram'],
  ] as const) {
    const { id } = await company.as(by).groups.create({ name, purpose: '' });
    model.groups.set(id, { members: new Set([by]) });
  }
  return { company, model, pending: [], ran: 0 };
}

/** What came of a step: done, one of our own errors, or no answer. */
async function attempt(step: Step): Promise<{ result?: unknown; failure?: string }> {
  try {
    return { result: await step.run() };
  } catch (error) {
    if (isKantineError(error, 'Offline') || isKantineError(error, 'Throttled')) {
      return { failure: 'unconfirmed' };
    }
    const { tag } = error as { tag?: string };
    if (tag === undefined) throw error;
    return { failure: tag };
  }
}

async function take(history: History, operation: PlannedStep): Promise<void> {
  const { company, model, pending } = history;
  if (operation.act === 'try again') return tryAgain(history, operation.pick);
  const step = stepOf(operation, model, company);
  if (!step || step.claims.some((claim) => pending.some(({ claims }) => claims.includes(claim)))) {
    return;
  }
  if (operation.fault) company.faults.inject(operation.fault.what, operation.fault.passing);
  history.ran += 1;
  const { result, failure } = await attempt(step);
  company.faults.heal();
  if (failure === undefined) {
    expect('done', operation.act).toBe(step.expected);
    step.confirm(result);
  } else if (failure !== 'unconfirmed') {
    expect(failure, operation.act).toBe(step.expected);
  } else {
    expect(operation.fault, 'without a fault there is an answer').toBeDefined();
    if (step.expected === 'done') pending.push(step);
  }
}

/** What a page does with what stayed in its composer: the same again, with the same key. */
async function tryAgain(history: History, pick: number): Promise<void> {
  const { pending } = history;
  const step = pending[pick % Math.max(pending.length, 1)];
  if (!step) return;
  history.ran += 1;
  const { result, failure } = await attempt(step);
  // Somebody may have lost their access meanwhile; then it stays where it is.
  if (failure !== undefined) return expect(failure).toBe('Forbidden');
  step.confirm(result);
  pending.splice(pending.indexOf(step), 1);
}

function comparisonFor({ company, model, pending }: History, reader: Colleague): Comparison {
  return {
    company,
    model,
    reader,
    isOpen: (claim) =>
      claim === 'unconfirmed posts'
        ? pending.some(({ claims }) => claims.length === 0)
        : pending.some(({ claims }) => claims.includes(claim)),
  };
}

async function compareAll(history: History, reader: Colleague): Promise<void> {
  const comparison = comparisonFor(history, reader);
  for (const group of history.model.groups.keys()) await compareWall(comparison, group);
  await compareThanks(comparison);
}

/** Runs a history and compares as it goes; at its end nothing is open, and all five see the same. */
async function runHistory(all: readonly PlannedStep[], compareEvery: number): Promise<History> {
  const history = await begin();
  const { company, model, pending } = history;
  for (const [turn, operation] of all.entries()) {
    company.clock.advance(1);
    await take(history, operation);
    const reader = colleagues[turn % colleagues.length] ?? 'ada';
    const post = model.messages.filter(({ kind }) => kind === 'post').at(-1 - (turn % 7));
    if (post) await comparePost(comparisonFor(history, reader), post);
    if (turn % compareEvery === 0) await compareAll(history, reader);
  }
  for (const group of model.groups.keys()) {
    for (const person of colleagues) company.server.restrict(`group:${group}`, person, 'write');
  }
  model.rights.clear();
  while (pending.length > 0) await tryAgain(history, 0);
  for (const reader of colleagues) {
    await compareAll(history, reader);
    const comparison = comparisonFor(history, reader);
    for (const post of model.messages)
      if (post.kind === 'post') await comparePost(comparison, post);
  }
  return history;
}

describe('a community over a failing network', () => {
  it('keeps every promise through short histories', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plannedSteps, { maxLength: 80, size: 'max' }), async (all) => {
        await runHistory(all, 5);
      }),
      { numRuns: 120, seed: 20261123 },
    );
  });

  it('keeps every promise through 2,000 operations', { timeout: 60_000 }, async () => {
    const long = fc.array(plannedSteps, { minLength: 3_000, maxLength: 3_000, size: 'max' });
    const [all] = fc.sample(long, { numRuns: 1, seed: 20261123 });
    const { model, ran } = await runHistory(all ?? [], 100);
    expect(ran).toBeGreaterThanOrEqual(2_000);
    // The history is only worth something if much of it happened.
    expect(model.messages.length).toBeGreaterThan(200);
    expect(model.messages.some(({ history }) => history.length > 2)).toBe(true);
    expect(model.thanks.size).toBeGreaterThan(10);
  });
});
