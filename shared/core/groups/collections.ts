/** The collections of groups and of who joined them. */
import { collection, idIndex } from '../kernel/collection.ts';
import { limits } from '../settings/settings.ts';

export const groups = collection({
  name: 'groups',
  keptIn: ['community', 'closed'],
  size: 'many',
  key: 'once',
  about: { of: 'group', index: idIndex },
  subject: [],
  privacy: {
    purpose: 'What a group is called and what it is for.',
    readers: 'readers of its container',
    keep: 'author',
    erasing: 'stays',
    leaving: 'unname',
  },
  fields: {
    name: { type: 'text', max: limits.groupName },
    /** The name as names are compared. */
    title: { type: 'text', max: limits.groupName },
    purpose: { type: 'text', max: limits.groupPurpose },
    /** Which kind of group it is. Where its records are kept follows from its id, never from this. */
    access: { type: 'text', max: 10, default: 'open' },
  },
  indexes: {
    recent: { order: 'created' },
    byTitle: { partition: 'title', order: 'created' },
  },
});

/** Who joined an open group: one row a person and group, written by that person. */
export const memberships = collection({
  name: 'memberships',
  keptIn: ['community'],
  size: 'many',
  key: 'one',
  about: { of: 'group', index: 'byGroup' },
  subject: ['person'],
  privacy: {
    purpose: 'Who joined an open group.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'erase',
  },
  fields: {
    group: { type: 'text', max: 100 },
    person: { type: 'text', max: 200 },
    /** What the group was called then, so that its name does not fall with its founder's row. */
    name: { type: 'text', max: limits.groupName, default: '' },
  },
  indexes: {
    byGroup: { partition: 'group', order: 'created', proof: 'key' },
    byPerson: { partition: 'person', order: 'created', proof: 'author' },
  },
});
