import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../kernel/audience.ts';
import type { DirectoryPerson } from '../kernel/ports.ts';
import { audienceOfPrincipals, audienceOfReaders } from './audience.ts';
import type { Principal } from './audience.ts';
import { wideningOf } from './widening.ts';

const names = ['Ada Lund', 'Bo Ek', 'Dora Kok', 'Eli Moe', 'Finn Dahl'];
const ids = names.map((name) => name.slice(0, 2));

const members = (who: readonly string[]): Audience => {
  const all: readonly DirectoryPerson[] = names
    .map((name) => ({ id: name.slice(0, 2), name, active: true }))
    .filter(({ id }) => who.includes(id));
  return audienceOfReaders(all, 'Ad', true, 'members');
};

const inCompany: Principal = { kind: 'everyone', of: 'company' };
const some = fc.uniqueArray(fc.constantFrom(...ids.slice(1)));
const principal: fc.Arbitrary<Principal> = fc.oneof(
  fc.constantFrom(...ids).map((id) => ({ kind: 'person', id }) as const),
  fc.constantFrom('Kitchen', 'Yard').map((name) => ({ kind: 'group', name, size: 9 }) as const),
  fc
    .constantFrom('company', 'company-and-guests', 'host', 'internet')
    .map((of) => ({ kind: 'everyone', of }) as const),
);
const nothing: Audience = { known: false, kind: 'nothing' };
const place: Audience = { known: false, kind: 'place', place: { kind: 'site', name: 'Marketing' } };

describe('whether more people can read than when one began', () => {
  it('names the members who came, in a closed group', () => {
    expect(wideningOf(members(['Ad', 'Bo']), members(['Ad', 'Bo', 'Do', 'El']))).toEqual({
      count: 2,
      firstNames: ['Dora', 'Eli'],
    });
  });

  it('minds somebody new although somebody else left', () => {
    expect(wideningOf(members(['Ad', 'Bo']), members(['Ad', 'Do']))).toMatchObject({ count: 1 });
  });

  it('asks nothing of the same people, or of fewer, and asks for each who came', () => {
    fc.assert(
      fc.property(some, some, (before, now) => {
        const came = now.filter((id) => !before.includes(id)).length;
        const widening = wideningOf(members(['Ad', ...before]), members(['Ad', ...now]));
        expect(widening?.count ?? 0).toBe(came);
      }),
    );
  });

  it('asks nothing where a right was taken away, whatever is known of the others', () => {
    fc.assert(
      fc.property(fc.array(principal, { minLength: 1 }), fc.nat(), (all, at) => {
        const fewer = all.filter((_, index) => index !== at % all.length);
        const isTold = (audience: Audience): boolean => audience.kind === 'groups';
        const [before, now] = [audienceOfPrincipals(all), audienceOfPrincipals(fewer)];
        if (isTold(before) === isTold(now)) expect(wideningOf(before, now)).toBeUndefined();
        expect(wideningOf(before, before)).toBeUndefined();
      }),
    );
  });

  it('asks where a group, or everyone, got a right, or a wider everyone', () => {
    const people = [{ kind: 'person', id: 'Ad' }] as const;
    const before = audienceOfPrincipals([...people, { kind: 'group', name: 'Kitchen' }]);
    for (const further of [{ kind: 'group', name: 'Yard' }, inCompany] as const) {
      const now = audienceOfPrincipals([...people, { kind: 'group', name: 'Kitchen' }, further]);
      expect(wideningOf(before, now)).toEqual({ firstNames: [] });
      expect(wideningOf(now, before)).toBeUndefined();
    }
    const wider = audienceOfPrincipals([...people, { kind: 'everyone', of: 'internet' }]);
    expect(wideningOf(audienceOfPrincipals([...people, inCompany]), wider)).toBeDefined();
  });

  it('asks where each was known and now they are not, and never names a reader of a site', () => {
    const few = audienceOfPrincipals([{ kind: 'person', id: 'Ad' }]);
    const groups = audienceOfPrincipals([inCompany]);
    expect(wideningOf(few, groups)).toEqual({ firstNames: [] });
    expect(wideningOf(few, place)).toEqual({ firstNames: [] });
    const more = audienceOfPrincipals(['Ad', 'Bo'].map((id) => ({ kind: 'person', id }) as const));
    expect(wideningOf(few, more)).toEqual({ count: 1, firstNames: [] });
  });

  it('asks nothing where nothing can be said', () => {
    for (const other of [nothing, place, members(['Ad']), audienceOfPrincipals([inCompany])]) {
      expect(wideningOf(nothing, other)).toBeUndefined();
      expect(wideningOf(other, nothing)).toBeUndefined();
    }
    expect(wideningOf(place, place)).toBeUndefined();
  });
});
