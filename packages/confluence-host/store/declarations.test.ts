/** The store goes by the declarations: here by those of collections that Kantine lacks. */
import {
  byKeys,
  choiceMark,
  choiceOwner,
  collections,
  communityContainer,
  count,
  createCommunity,
  groupContainer,
  rows,
} from '@kantine/core';
import type { GroupView, Store } from '@kantine/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ideaCollections, ideas, mottos, steps, votes } from '../testing/ideas.ts';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');
const room = groupContainer('ideas');

describe.each(['MariaDB', 'the embedded database'] as const)('by declarations on %s', (engine) => {
  let organisation: Organisation;
  beforeAll(async () => {
    organisation = await openOrganisation({ engine, more: ideaCollections });
    await organisation.within({ as: anna, space: 'WORK' }, ({ containers }) =>
      containers.create(room),
    );
  });
  afterAll(() => organisation.close());

  const as = <T>(
    person: string,
    work: (store: Store) => Promise<T>,
    space: 'WORK' | 'HALL' = 'WORK',
  ): Promise<T> => organisation.within({ as: person, space }, ({ store }) => work(store));

  it('any collection of choices has a compact table, which nobody can tell from another', async () => {
    const { record: idea } = await as(anna, (store) =>
      store.insert(ideas, room, 'an idea', { text: 'Soup', owner: '' }),
    );
    const { record: step } = await as(anna, (store) =>
      store.insert(steps, room, 'a step', { idea: idea.id }),
    );
    const fields = (by: string, about: string, vote: string) => ({
      idea: idea.id,
      about,
      vote,
      tally: choiceMark(about, vote),
      voter: choiceOwner(idea.id, by),
    });
    const voteFor = (by: string, about: string, vote: string) =>
      as(by, (store) => store.insert(votes, room, about, fields(by, about, vote)));
    const [ofIdea, ofStep] = [`idea:${idea.id}`, `step:${step.id}`];
    const { record: hers } = await voteFor(anna, ofIdea, 'yes');
    expect(hers.fields).toEqual(fields(anna, ofIdea, 'yes'));
    expect(await voteFor(anna, ofIdea, 'no')).toEqual({ record: hers, inserted: false });
    const { record: his } = await voteFor(ben, ofIdea, 'yes');
    const { record: onStep } = await voteFor(ben, ofStep, 'no');
    const changed = await as(ben, (store) => store.update(votes, his, fields(ben, ofIdea, 'no')));
    expect(changed.fields).toEqual(fields(ben, ofIdea, 'no'));
    await expect(voteFor(anna, `post:${idea.id}`, 'yes')).rejects.toBeInstanceOf(TypeError);
    await expect(voteFor(anna, ofStep, 'perhaps')).rejects.toBeInstanceOf(TypeError);
    await expect(voteFor(anna, 'step:3zzzzzzzz', 'yes')).rejects.toMatchObject({ tag: 'NotFound' });

    const page = { container: room, order: 'ascending', limit: 10 } as const;
    const [byIdea, byStep, byVoter, byKey, tallies] = await as(anna, (store) =>
      store.read([
        rows(votes, { ...page, index: 'ofIdea', eq: idea.id }),
        rows(votes, { ...page, index: 'ofMessage', eq: ofStep }),
        rows(votes, { ...page, index: 'ofVoter', in: [choiceOwner(idea.id, ben)] }),
        byKeys(votes, room, anna, [ofIdea]),
        count(votes, {
          container: room,
          index: 'ofIdea',
          eq: idea.id,
          by: 'tally',
          distinctAuthors: true,
        }),
      ]),
    );
    expect(byIdea.records).toHaveLength(3);
    expect(byStep.records).toEqual([onStep]);
    expect(byVoter.records).toHaveLength(2);
    expect(byKey.records).toEqual([hers]);
    expect(Object.fromEntries(tallies)).toEqual({
      [`${ofIdea}|yes`]: 1,
      [`${ofIdea}|no`]: 1,
      [`${ofStep}|no`]: 1,
    });
    await as(ben, (store) => store.remove(votes, onStep));
    const [left] = await as(ben, (store) =>
      store.read([rows(votes, { ...page, index: 'ofMessage', eq: ofStep })]),
    );
    expect(left.records).toEqual([]);
  });

  it('a record about a group is told to nobody who may not read its space, and no group is counted', async () => {
    const { id: team } = (await organisation.within({ as: anna, space: 'WORK' }, (host) =>
      createCommunity(host).groups.create({ name: `Team on ${engine}`, purpose: '' }),
    )) as GroupView;
    await as(anna, (store) =>
      store.insert(mottos, communityContainer, team, { team, motto: 'Soup first' }),
    );
    const look = () =>
      as(
        ben,
        (store) =>
          store.read([
            rows(mottos, {
              container: communityContainer,
              index: 'ofTeam',
              eq: team,
              order: 'ascending',
              limit: 10,
            }),
            count(collections.groups, {
              container: communityContainer,
              index: 'recent',
              by: 'name',
              distinctAuthors: false,
            }),
          ]),
        'HALL',
      );
    const [told, counted] = await look();
    expect(told.records).toMatchObject([{ fields: { motto: 'Soup first' } }]);
    expect([...counted.keys()]).toEqual([`Team on ${engine}`]);
    await organisation.restrict(ben, 'none');
    const [hidden, uncounted] = await look();
    expect(hidden.records).toEqual([]);
    expect(uncounted.size).toBe(0);
  });
});
