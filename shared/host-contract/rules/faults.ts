import { expect } from 'vitest';
import type { Fault, FaultTarget } from '@kantine/core/faulty-host';
import { entries } from '../collections.ts';
import type { Entry, Rule, World } from '../rule.ts';
import { expectError, insert, insertEntry, labels, readById, readEntries } from '../rule.ts';

/** One kind of request, and what the store holds once it has happened. */
interface Attempt {
  readonly name: string;
  readonly on: FaultTarget;
  run(world: World, record: Entry): Promise<unknown>;
  /** The labels in the room afterwards. */
  readonly outcome: readonly string[];
}

const attempts: readonly Attempt[] = [
  {
    name: 'a read',
    on: 'read',
    run: ({ anna, room }) => readEntries(anna, room),
    outcome: ['old'],
  },
  {
    name: 'an insert',
    on: 'write',
    run: ({ anna, room }) => insertEntry(anna, room, 'draft', { label: 'draft' }),
    outcome: ['old', 'draft'],
  },
  {
    name: 'an update',
    on: 'write',
    run: ({ anna }, record) => anna.store.update(entries, record, { label: 'new' }),
    outcome: ['new'],
  },
  {
    name: 'a removal',
    on: 'write',
    run: ({ anna }, record) => anna.store.remove(entries, record),
    outcome: [],
  },
];

const before = ['old'];
const start = ({ anna, room }: World) => insert(anna, room, 'old', { label: 'old' });
/** What everybody sees once the fault is over. */
const seen = async ({ harness, ben, room }: World) => {
  harness.heal();
  return labels(await readEntries(ben, room));
};

/** @returns the error that the work ended in, if it did. */
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

const numbered = (prefix: string, rules: readonly Omit<Rule, 'id'>[]): Rule[] =>
  rules.map((rule, position) => ({ id: `${prefix}-${position + 1}`, ...rule }));

const offline = attempts.map(({ name, on, run, outcome }) => ({
  title: `${name} without a connection is Offline, writes nothing, and works once there is one`,
  async check(world: World) {
    const record = await start(world);
    world.harness.inject({ kind: 'offline', on });
    await expectError(run(world, record), 'Offline');
    await expectError(run(world, record), 'Offline');
    expect(await seen(world)).toEqual(before);
    await run(world, record);
    expect(await seen(world)).toEqual(outcome);
  },
}));

const failOnce = attempts.map(({ name, on, run, outcome }) => ({
  title: `${name} that failed once is Offline and has not happened, or the host tried again itself`,
  async check(world: World) {
    const record = await start(world);
    world.harness.inject({ kind: 'fail-once', on });
    const failure = await failureOf(run(world, record));
    if (failure !== undefined) {
      expect(failure).toMatchObject({ tag: 'Offline' });
      expect(await seen(world)).toEqual(before);
      await run(world, record);
    }
    expect(await seen(world)).toEqual(outcome);
  },
}));

const throttled = attempts.map(({ name, on, run, outcome }) => ({
  title: `${name} refused for now is Throttled and says for how long, or the host waited itself`,
  async check(world: World) {
    const record = await start(world);
    world.harness.inject({ kind: 'throttled', on, retryAfterSeconds: 1 });
    const failure = await failureOf(run(world, record));
    if (failure !== undefined) {
      expect(failure).toMatchObject({ tag: 'Throttled', data: { retryAfterSeconds: 1 } });
      expect(await seen(world)).toEqual(before);
      world.harness.advance(1_000);
      await run(world, record);
    }
    expect(await seen(world)).toEqual(outcome);
  },
}));

const answerLost: Fault = { kind: 'answer-lost', on: 'write' };

const lost: readonly Omit<Rule, 'id'>[] = [
  {
    title: 'an insert whose answer was lost is Offline or done; a repeat finds its one record',
    async check(world) {
      const { anna, room } = world;
      world.harness.inject(answerLost);
      const failure = await failureOf(insertEntry(anna, room, 'draft', { label: 'draft' }));
      if (failure !== undefined) expect(failure).toMatchObject({ tag: 'Offline' });
      const { record } = await insertEntry(anna, room, 'draft', { label: 'again' });
      expect(record.fields.label).toBe('draft');
      expect(await seen(world)).toEqual(['draft']);
    },
  },
  {
    title: 'an update whose answer was lost is Offline or done; a repeat is a Conflict, or done',
    async check(world) {
      const { anna } = world;
      const record = await start(world);
      const change = () => anna.store.update(entries, record, { label: 'new' });
      world.harness.inject(answerLost);
      const failure = await failureOf(change());
      if (failure !== undefined) {
        expect(failure).toMatchObject({ tag: 'Offline' });
        const again = await failureOf(change());
        if (again !== undefined) expect(again).toMatchObject({ tag: 'Conflict' });
      }
      expect(await seen(world)).toEqual(['new']);
      expect((await readById(anna, record))?.version).not.toBe(record.version);
    },
  },
  {
    title: 'a removal whose answer was lost is Offline or done; a repeat is NotFound, or done',
    async check(world) {
      const { anna } = world;
      const record = await start(world);
      world.harness.inject(answerLost);
      const failure = await failureOf(anna.store.remove(entries, record));
      if (failure !== undefined) {
        expect(failure).toMatchObject({ tag: 'Offline' });
        const again = await failureOf(anna.store.remove(entries, record));
        if (again !== undefined) expect(again).toMatchObject({ tag: 'NotFound' });
      }
      expect(await seen(world)).toEqual([]);
    },
  },
];

const directory: readonly Omit<Rule, 'id'>[] = [
  {
    title:
      'a question to the directory without a connection is Offline, and works once there is one',
    async check({ harness, anna }) {
      const ask = () => anna.directory.people([harness.people.ben]);
      harness.inject({ kind: 'offline', on: 'directory' });
      await expectError(ask(), 'Offline');
      await expectError(anna.directory.search('ben', 8), 'Offline');
      harness.heal();
      expect(await ask()).toHaveLength(1);
      expect(await anna.directory.search('ben', 8)).toHaveLength(1);
    },
  },
  {
    title: 'a question to the directory refused for now is Throttled, or the host waited itself',
    async check({ harness, anna }) {
      harness.inject({ kind: 'throttled', on: 'directory', retryAfterSeconds: 1 });
      const failure = await failureOf(anna.directory.people([harness.people.ben]));
      if (failure !== undefined) {
        expect(failure).toMatchObject({ tag: 'Throttled', data: { retryAfterSeconds: 1 } });
        harness.advance(1_000);
      }
      expect(await anna.directory.people([harness.people.ben])).toHaveLength(1);
    },
  },
];

export const faultRules: readonly Rule[] = [
  ...numbered('OFFLINE', offline),
  ...numbered('FAILONCE', failOnce),
  ...numbered('LOST', lost),
  ...numbered('THROTTLED', throttled),
  ...numbered('DIRECTORYFAULT', directory),
];
