import { describe, expect, it } from 'vitest';
import { collections } from '../collections.ts';
import { checkCollection, checkCollections } from './check-collection.ts';
import { collection } from './collection.ts';
import type { Collection } from './collection.ts';

const fields = {
  post: { type: 'text', max: 100 },
  person: { type: 'text', max: 200 },
  rank: { type: 'number' },
} as const;

const facts = {
  name: 'things',
  keptIn: ['community'],
  size: 'many',
  key: 'once',
  about: { of: 'container' },
  subject: ['person'],
  privacy: {
    purpose: 'Tests.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'unname',
  },
  fields,
  indexes: { recent: { order: 'created' } },
} as const;

describe('a collection', () => {
  it('is what was declared', () => {
    expect(collection(facts)).toBe(facts);
  });

  it('does not compile without each of its facts', () => {
    const { name, keptIn, size, key, about, subject, privacy, indexes, ...rest } = facts;
    const { purpose, readers, keep, leaving } = privacy;
    const most = { ...rest, name, indexes };
    const declarations: readonly Collection<typeof fields>[] = [
      // @ts-expect-error Where it is kept.
      { ...most, size, key, about, subject, privacy },
      // @ts-expect-error Whether a container holds many or few.
      { ...most, keptIn, key, about, subject, privacy },
      // @ts-expect-error What its key is for.
      { ...most, keptIn, size, about, subject, privacy },
      // @ts-expect-error What it is about.
      { ...most, keptIn, size, key, subject, privacy },
      // @ts-expect-error Which fields name people.
      { ...most, keptIn, size, key, about, privacy },
      // @ts-expect-error Why it is kept, who reads it and for how long.
      { ...most, keptIn, size, key, about, subject },
      // @ts-expect-error Why it is kept.
      { ...facts, privacy: { readers, keep, leaving } },
      // @ts-expect-error Who reads it.
      { ...facts, privacy: { purpose, keep, leaving } },
      // @ts-expect-error For how long.
      { ...facts, privacy: { purpose, readers, leaving } },
      // @ts-expect-error What becomes of it when a person is erased.
      { ...facts, privacy: { purpose, readers, keep } },
      // @ts-expect-error A person in a field that it lacks.
      { ...facts, subject: ['author'] },
      // @ts-expect-error A record of another collection in a field that it lacks.
      { ...facts, about: { of: 'records', ids: { posts: 'comment' } } },
      // @ts-expect-error A person in a column that holds no text.
      { ...facts, subject: ['rank'] },
      // @ts-expect-error A record of another collection in a column that holds no text.
      { ...facts, about: { of: 'records', ids: { posts: 'rank' } } },
      // @ts-expect-error It is kept nowhere.
      { ...facts, keptIn: [] },
      // @ts-expect-error Words in a column that holds no text.
      { ...facts, message: { kind: 'thing', words: ['rank'] } },
      // @ts-expect-error A kind of container that there is not.
      { ...facts, keptIn: ['everywhere'] },
      // @ts-expect-error Nothing can be asked of it.
      { ...most, indexes: undefined, keptIn, size, key, about, subject, privacy },
    ];
    for (const each of declarations) expect(each.name).toBe('things');
  });

  it('does not compile with facts that contradict each other', () => {
    const { privacy } = facts;
    const declared = [
      // @ts-expect-error It says no purpose.
      collection({ ...facts, privacy: { ...privacy, purpose: '' } }),
      // @ts-expect-error It is kept as long as the records that it is about, and is about none.
      collection({ ...facts, privacy: { ...privacy, keep: 'with' } }),
    ];
    for (const each of declared) expect(() => checkCollection(each)).toThrow(TypeError);
    const about = { of: 'records', ids: { posts: 'post' } } as const;
    const comments = collection({ ...facts, about, privacy: { ...privacy, keep: 'with' } });
    expect(() => checkCollection(comments)).not.toThrow();
  });

  const index = (changed: object) => ({ indexes: { recent: { order: 'created', ...changed } } });

  it.each<[string, object, string]>([
    ['is kept nowhere', { keptIn: [] }, 'kept nowhere'],
    ['names people in a field that it lacks', { subject: ['giver'] }, 'no field «giver»'],
    [
      'is about records that no field names',
      { about: { of: 'records', ids: { posts: 'comment' } } },
      'no field «comment»',
    ],
    [
      'is about messages that no field names',
      { about: { of: 'records', ids: {}, name: 'target' } },
      'no field «target»',
    ],
    [
      'is about groups that no index finds',
      { about: { of: 'group', index: 'byGroup' } },
      'byGroup',
    ],
    ['names people in a column of numbers', { subject: ['rank'] }, '«rank» holds a number'],
    [
      'is about records that a column of numbers names',
      { about: { of: 'records', ids: { posts: 'rank' } } },
      '«rank» holds a number',
    ],
    [
      'is about records, and does not say how they are named',
      { about: { of: 'records', ids: {} } },
      'no field names them',
    ],
    [
      'is kept with the container that it is about',
      { privacy: { ...facts.privacy, keep: 'with' } },
      'kept «with» records, and is about a container',
    ],
    [
      'has words in a column of numbers',
      { message: { kind: 'thing', words: ['rank'] } },
      '«rank» holds a number',
    ],
    [
      'says in a text that it was edited',
      { message: { kind: 'thing', words: ['post'], edited: 'person' } },
      '«person» is no flag',
    ],
    ['holds people in texts of no message', { inTexts: true }, 'names no message'],
    ['holds words of no message', { texts: ['post'] }, 'names no message'],
    ['says no purpose', { privacy: { ...facts.privacy, purpose: ' ' } }, 'no purpose'],
    [
      'only its author reads, where others do',
      { privacy: { ...facts.privacy, readers: 'its author' } },
      'kept where others read',
    ],
    ['has a name with a number', { name: 'top10' }, 'not in camelCase'],
    ['is parted by a number', index({ partition: 'rank' }), '«rank» is no text column'],
    ['is parted by a field that it lacks', index({ partition: 'shelf' }), '«shelf» is no text'],
    ['is ordered by a text', index({ order: 'post' }), '«post» is neither created nor a number'],
    ['has one record a key, and an index without proof', { key: 'one' }, 'has a proof'],
    ['may have more, and an index with a proof', index({ proof: 'key' }), 'has a proof'],
    [
      'has two indexes in one spare column',
      { indexes: { a: { order: 'created', spare: 1 }, b: { order: 'rank', spare: 1 } } },
      'same spare column',
    ],
  ])('that %s is refused', (_, changed, said) => {
    const declared = { ...facts, ...changed } as unknown as Collection;
    expect(() => checkCollection(declared)).toThrow(said);
  });

  it.each(Object.values(collections))('of ours is none of these: $name', (ours) => {
    expect(() => checkCollection(ours)).not.toThrow();
  });

  const other = { ...facts, name: 'others' } as const;
  it.each<[string, readonly object[], string]>([
    ['have one name', [facts, facts], 'one name'],
    [
      'have one kind of message',
      [
        { ...facts, message: { kind: 'thing', words: [] } },
        { ...other, message: { kind: 'thing', words: [] } },
      ],
      'one kind of message',
    ],
    [
      'are about records of a collection that is not there',
      [facts, { ...other, about: { of: 'records', ids: { thinks: 'post' } } }],
      'others: it is about «thinks»',
    ],
    [
      'are about messages where there are none',
      [facts, { ...other, about: { of: 'records', ids: {}, name: 'post' } }],
      'no collection has a kind of them',
    ],
    ['are not sound by themselves', [facts, { ...other, keptIn: [] }], 'kept nowhere'],
  ])('two that %s are refused', (_, declared, said) => {
    expect(() => checkCollections(declared as readonly Collection[])).toThrow(said);
  });

  it('all of ours together are none of these', () => {
    expect(() => checkCollections(Object.values(collections))).not.toThrow();
  });

  it('about a group may be the group itself, which is found by its id', () => {
    const group = { ...facts, about: { of: 'group', index: 'id' } } as const;
    expect(() => checkCollection(group)).not.toThrow();
  });
});
