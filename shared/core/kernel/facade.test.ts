import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Domains } from '../domains.ts';
import { organisation } from '../testing/organisation.ts';
import { facadeOver } from './facade.ts';
import type { Facade, PlainlyNamed } from './facade.ts';
import { nothing } from './input.ts';
import { query } from './operation.ts';

describe('the facade', () => {
  const page = organisation().as('ada');

  it('has the same domains and operations each time it is asked', () => {
    expect(page.wall).toBe(page.wall);
    expect(page.wall.read).toBe(page.wall.read);
  });

  it('has nothing of what the language and libraries look for in other objects', async () => {
    const facade = page as unknown as Record<string | symbol, unknown>;
    const looked = ['then', 'toJSON', '_$litDirective$', '$$typeof', Symbol.iterator];
    for (const name of looked) expect(facade[name], String(name)).toBeUndefined();
    expect(await Promise.resolve(page)).toBe(page);
    expect(await Promise.resolve(page.wall)).toBe(page.wall);
  });
});

describe('the name of a domain or an operation', () => {
  const read = query({ input: nothing, reads: () => [], run: () => Promise.resolve(1) });
  interface Reading {
    readonly read: typeof read;
  }
  interface Unreachable {
    // @ts-expect-error A number is no letter.
    number: Facade<{ readonly top10: Reading }>;
    // @ts-expect-error Nor is a sign.
    sign: Facade<{ readonly lunch_club: Reading }>;
    // @ts-expect-error It begins with a capital letter.
    capital: Facade<{ readonly Lunch: Reading }>;
    // @ts-expect-error The community has a site of its own.
    site: Facade<{ readonly site: Reading }>;
    // @ts-expect-error The community makes keys.
    key: Facade<{ readonly newKey: Reading }>;
    // @ts-expect-error The community may be awaited, and is no promise.
    promise: Facade<{ readonly then: Reading }>;
    // @ts-expect-error Every object has a constructor.
    object: Facade<{ readonly lunch: { readonly constructor: typeof read } }>;
    // @ts-expect-error Nor may an operation have a number in its name.
    operation: Facade<{ readonly lunch: { readonly read2: typeof read } }>;
  }

  it('does not compile where a caller could not reach it', () => {
    expectTypeOf<keyof Unreachable>().not.toBeNever();
    expectTypeOf<Domains>().toExtend<PlainlyNamed<Domains>>();
    expectTypeOf<PlainlyNamed<{ top10: Reading }>['top10']>().toBeNever();
  });

  it('is reached in letters of both cases', async () => {
    const call = ({ operation }: { readonly operation: string }) => Promise.resolve(operation);
    const parts = { site: '', changes: { subscribe: () => () => undefined }, call };
    const facade = facadeOver<{ lunchClub: { readOn: typeof read } }>({
      ...parts,
      ids: { next: () => 'an-id' },
    });
    expect(read.kind).toBe('query');
    expect(await facade.lunchClub.readOn()).toBe('lunchClub.readOn');
  });
});
