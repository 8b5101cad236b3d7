import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryPerson } from '../kernel/ports.ts';
import { audienceOfPrincipals, audienceOfReaders, reaches } from './audience.ts';
import type { Principal } from './audience.ts';

const person = (id: string): Principal => ({ kind: 'person', id });
const people = ['ada', 'bo', 'chen', 'dora', 'eli'];

/** A group of the host, and who is in it, which the host does not tell. */
interface Group {
  readonly name: string;
  readonly members: readonly string[];
  readonly isTold: boolean;
}

const groups: fc.Arbitrary<Group> = fc.record({
  name: fc.constantFrom('Kitchen', 'Yard', 'Office'),
  members: fc.uniqueArray(fc.constantFrom(...people)),
  isTold: fc.boolean(),
});

const principalOf = ({ name, members, isTold }: Group): Principal => ({
  kind: 'group',
  name,
  ...(isTold ? { size: members.length } : {}),
});

describe('the audience of those who have a right to read', () => {
  it('AUDIENCE-5: is exact where each is a person, and nobody is counted twice', () => {
    expect(audienceOfPrincipals(['ada', 'bo', 'ada'].map(person))).toEqual({
      ...{ known: true, kind: 'each', count: 2, firstNames: [], laterJoiners: true },
    });
  });

  it('A2: «everyone» and three people is everyone, not four', () => {
    const audience = audienceOfPrincipals([
      { kind: 'everyone', of: 'company' },
      ...['ada', 'bo', 'chen'].map(person),
    ]);
    expect(audience).toMatchObject({
      known: false,
      kind: 'groups',
      everyone: 'company',
      people: 3,
    });
    expect(audience).not.toHaveProperty('count');
    expect(audience).not.toHaveProperty('atMost');
  });

  it('of more than one «everyone» says the widest', () => {
    for (const [at, of] of reaches.entries()) {
      const all = reaches.slice(0, at + 1).map((each) => ({ kind: 'everyone', of: each }) as const);
      expect(audienceOfPrincipals(all.toReversed())).toMatchObject({ everyone: of });
    }
  });

  it('counts guests apart, those too of whom only the number is known', () => {
    const guest: Principal = { kind: 'person', id: 'eve', guest: true };
    expect(audienceOfPrincipals([person('ada'), guest])).toMatchObject({ count: 2, guests: 1 });
    expect(audienceOfPrincipals([guest], { unnamed: 3, unnamedGuests: 1 })).toMatchObject({
      known: false,
      people: 4,
      guests: 2,
    });
    expect(audienceOfPrincipals([person('ada')])).not.toHaveProperty('guests');
  });

  it('AUDIENCE-5, AUDIENCE-6: never says an exact number of a group, nor «at most» of too few', () => {
    fc.assert(
      fc.property(
        fc.array(groups, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(fc.constantFrom(...people)),
        (some, alone) => {
          const audience = audienceOfPrincipals([...some.map(principalOf), ...alone.map(person)]);
          const all = new Set([...alone, ...some.flatMap(({ members }) => members)]);
          if (audience.kind !== 'groups') throw new Error('A group has members of its own.');
          const isTold = some.every((group) => group.isTold);
          expect(audience.atMost === undefined).toBe(!isTold);
          if (isTold) expect(audience.atMost).toBeGreaterThanOrEqual(all.size);
        },
      ),
    );
  });
});

describe('the audience of readers who are told one by one', () => {
  const names: readonly DirectoryPerson[] = [
    { id: 'ada', name: 'Ada Lindqvist', active: true },
    { id: 'bo', name: 'Bo', active: true },
    { id: 'gone', name: 'Gone Away', active: false },
  ];

  it('A3: names members of a closed container, and nobody who left or who reads it', () => {
    expect(audienceOfReaders(names, 'ada', true, 'members')).toMatchObject({
      count: 2,
      firstNames: ['Bo'],
      members: [{ id: 'bo', firstName: 'Bo' }],
    });
  });

  it('names nobody elsewhere', () => {
    const audience = audienceOfReaders(names, 'ada', true);
    expect(audience).toMatchObject({ count: 2, firstNames: [] });
    expect(audience).not.toHaveProperty('members');
  });

  it('tells many members by their number alone', () => {
    const many = Array.from({ length: 102 }, (_, at) => ({
      ...{ id: `p${at}`, name: `Person ${at}`, active: true },
    }));
    const audience = audienceOfReaders(many, 'p0', true, 'members');
    expect(audience).toMatchObject({ count: 102 });
    expect(audience).not.toHaveProperty('members');
  });
});
