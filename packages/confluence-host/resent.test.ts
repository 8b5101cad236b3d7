/** What is sent again with other words, after its answer was lost, on Confluence. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountOf, openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';
import { valueOf } from './testing/value.ts';

const [anna, ben] = [accountOf('anna'), accountOf('ben')];
const crowd = Array.from({ length: 5 }, (_, at) => `colleague-${at + 10}`);
const day = 24 * 60 * 60_000;

let organisation: Organisation;
let group: string;
beforeEach(async () => {
  organisation = await openOrganisation({ colleagues: crowd });
  const about = { name: 'Lunch run', purpose: '', access: 'open', key: 'key of the draft' };
  ({ id: group } = await value<{ id: string }>(anna, 'groups.create', about));
  for (const person of crowd) await value(person, 'groups.join', { group });
});
afterEach(() => organisation.close());

const value = <T>(as: string, operation: string, input?: object): Promise<T> =>
  valueOf<T>(organisation, as, operation, input);

it('K1: a goal takes the words that its steward sees, and stands there once', async () => {
  const goal = {
    ...{ group, key: 'key of a goal', what: 'Nobody waits', metric: 'answeredShare', days: 2 },
    ...{ target: 75, until: organisation.clock.now() + 100 * day, owner: anna, why: 'It helps.' },
  };
  await value(anna, 'goals.set', goal);
  await value(anna, 'goals.set', { ...goal, what: 'Nobody waits for two days' });
  const { goals } = await value<{ goals: { what: string }[] }>(ben, 'goals.read', { group });
  expect(goals.map(({ what }) => what)).toEqual(['Nobody waits for two days']);
});

it('K1: a decision keeps what was said before, and a taking back says its last reason', async () => {
  const idea = { group, text: 'Rye', unsure: false, key: 'key of an idea' };
  const { id: post } = await value<{ id: string }>(ben, 'ideas.putForward', idea);
  const fate = {
    group,
    post,
    state: 'talked',
    reason: 'because we want to know',
    key: 'key of it',
  };
  await value(anna, 'ideas.decide', fate);
  await organisation.clock.advance(60_000);
  await value(anna, 'ideas.decide', { ...fate, state: 'adopted' });
  await organisation.clock.advance(60_000);
  const back = { group, post, reason: 'too dear', key: 'key of the end' };
  await value(ben, 'ideas.withdraw', back);
  await value(ben, 'ideas.withdraw', { ...back, reason: 'too dry' });
  const { fate: seen } = await value<{ fate: { steps: { state: string; why: string }[] } }>(
    anna,
    'ideas.one',
    { group, post },
  );
  expect(seen.steps.map(({ state }) => state)).toEqual(['talked', 'adopted', 'withdrawn']);
  expect(seen.steps.at(-1)?.why).toBe('too dry');
});
