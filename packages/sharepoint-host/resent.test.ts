/** What is sent again with other words, after its answer was lost, on SharePoint. */
import { collections, createCommunity, groupContainer } from '@kantine/core';
import type { Community } from '@kantine/core';
import { expect, it } from 'vitest';
import { eachInAnOrganisation } from './testing/each.ts';
import type { Actor, Organisation } from './testing/organisation.ts';

const { goals } = collections;
const day = 24 * 60 * 60_000;
let organisation: Organisation;

eachInAnOrganisation((opened) => (organisation = opened));

const as = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));

it('K1: a goal takes the words that its steward sees: its row is changed', async () => {
  const { id: group } = await as('anna').groups.create({ name: 'Lunch run', purpose: '' });
  const { store } = organisation.hostOf('anna');
  const fields = {
    ...{ what: 'Nobody waits', metric: 'answeredShare', days: 2, target: 75, why: 'It helps.' },
    ...{ until: organisation.clock.now() + 100 * day, owner: organisation.ids.anna },
  };
  const place = groupContainer(group);
  const { record } = await store.insert(goals, place, 'key of a goal', fields);
  const changed = await store.update(goals, record, { ...fields, what: 'Nobody waits long' });
  expect(changed.fields.what).toBe('Nobody waits long');
});

it('K1: a decision keeps what was said before, and a taking back says its last reason', async () => {
  const { id: group } = await as('anna').groups.create({ name: 'Lunch run', purpose: '' });
  const idea = { group, text: 'Rye', unsure: false, key: 'key of an idea' };
  const { id: post } = await as('ben').ideas.putForward(idea);
  const fate = { group, post, state: 'talked', reason: 'because we want to know' } as const;
  organisation.clock.advance(60_000);
  await as('anna').ideas.decide({ ...fate, key: 'key of it' });
  organisation.clock.advance(60_000);
  await as('anna').ideas.decide({ ...fate, state: 'adopted', key: 'key of it' });
  organisation.clock.advance(60_000);
  const back = { group, post, reason: 'too dear', key: 'key of the end' };
  await as('ben').ideas.withdraw(back);
  await as('ben').ideas.withdraw({ ...back, reason: 'too dry' });
  const { steps } = (await as('anna').ideas.one({ group, post })).fate;
  expect(steps.map(({ state }) => state)).toEqual(['talked', 'adopted', 'withdrawn']);
  expect(steps.at(-1)?.why).toBe('too dry');
});
