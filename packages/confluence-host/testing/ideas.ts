/** Collections that Kantine does not have, to show that the host goes by the declarations alone. */
import { collection } from '@kantine/core';
import type { Privacy } from '@kantine/core';

const privacy = (facts: Pick<Privacy, 'erasing' | 'keep' | 'leaving'>): Privacy => ({
  purpose: 'A test.',
  readers: 'readers of its container',
  ...facts,
});

const group = { keptIn: ['group', 'closed'], size: 'many' } as const;

/** A message that names a person, and is kept until the period of an administrator is over. */
export const ideas = collection({
  ...group,
  name: 'testIdeas',
  key: 'once',
  about: { of: 'container' },
  message: { kind: 'idea', words: ['text'] },
  subject: ['owner'],
  privacy: privacy({ keep: 'retention', erasing: 'self', leaving: 'unname' }),
  fields: { text: { type: 'text', max: 100 }, owner: { type: 'text', max: 200 } },
  indexes: {},
});

/** Messages about an idea. */
export const steps = collection({
  ...group,
  name: 'testSteps',
  key: 'once',
  about: { of: 'records', ids: { testIdeas: 'idea' } },
  message: { kind: 'step', words: [] },
  subject: [],
  privacy: privacy({ keep: 'with', erasing: 'self', leaving: 'erase' }),
  fields: { idea: { type: 'text', max: 100 } },
  indexes: { byIdea: { partition: 'idea', order: 'created' } },
});

/** About an idea or a step, by its name; they name a person. */
export const remarks = collection({
  ...group,
  name: 'testRemarks',
  key: 'once',
  about: { of: 'records', ids: {}, name: 'target' },
  subject: ['person'],
  privacy: privacy({ keep: 'with', erasing: 'self', leaving: 'unname' }),
  fields: { target: { type: 'text', max: 200 }, person: { type: 'text', max: 200 } },
  indexes: { byTarget: { partition: 'target', order: 'created' } },
});

/** Choices about ideas and steps, with other fields than reactions. */
export const votes = collection({
  ...group,
  name: 'testVotes',
  key: 'one',
  about: { of: 'records', ids: { testIdeas: 'idea' }, name: 'about' },
  subject: [],
  privacy: privacy({ keep: 'with', erasing: 'self', leaving: 'erase' }),
  choice: {
    within: 'idea',
    target: 'about',
    choice: 'vote',
    mark: 'tally',
    owner: 'voter',
    choices: ['yes', 'no'],
  },
  fields: {
    idea: { type: 'text', max: 100 },
    about: { type: 'text', max: 200 },
    vote: { type: 'text', max: 10 },
    tally: { type: 'text', max: 250 },
    voter: { type: 'text', max: 400 },
  },
  indexes: {
    ofIdea: { partition: 'idea', order: 'created', proof: 'look' },
    ofMessage: { partition: 'about', order: 'created', proof: 'key' },
    ofVoter: { partition: 'voter', order: 'created', proof: 'own' },
  },
});

/** A message with words in two fields, and with other names for what a post has. */
export const plans = collection({
  ...group,
  name: 'testPlans',
  key: 'once',
  about: { of: 'container' },
  message: { kind: 'plan', words: ['heading', 'body'], edited: 'changed' },
  subject: [],
  privacy: privacy({ keep: 'author', erasing: 'self', leaving: 'unname' }),
  fields: {
    heading: { type: 'text', max: 100 },
    body: { type: 'text', max: 100 },
    text: { type: 'text', max: 100 },
    changed: { type: 'flag' },
  },
  indexes: {},
});

/** About a group, and stored in the community. */
export const mottos = collection({
  name: 'testMottos',
  keptIn: ['community'],
  size: 'few',
  key: 'once',
  about: { of: 'group', index: 'ofTeam' },
  subject: [],
  privacy: privacy({ keep: 'author', erasing: 'self', leaving: 'unname' }),
  fields: { team: { type: 'text', max: 100 }, motto: { type: 'text', max: 100 } },
  indexes: { ofTeam: { partition: 'team', order: 'created' } },
});

export const ideaCollections = [ideas, steps, remarks, votes, plans, mottos];
