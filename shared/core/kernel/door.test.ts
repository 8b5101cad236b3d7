import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { declaredOperations, domains } from '../domains.ts';
import { good, optional } from '../testing/inputs.ts';
import { organisation } from '../testing/organisation.ts';
import { acceptInput, findOperation } from './door.ts';
import type { DomainLoaders } from './door.ts';
import { command, query } from './operation.ts';
import type { Operation } from './operation.ts';

/** What no widget would ever send, for any field. */
const nonsense = [null, Number.NaN, -1, 1.5, true, [], [[]], {}, '\uD800', 'x'.repeat(1_000_001)];
/** Texts that people type are judged further in, with a message for their writer. */
const free = new Set([
  'text',
  'about',
  'works',
  'since',
  'department',
  'place',
  'name',
  'purpose',
  'reason',
  'note',
  'title',
  'lead',
  'series',
  'what',
  'why',
  'learned',
]);

const names = Object.keys(good);
const operations = new Map<string, Operation>();
for (const name of names) operations.set(name, await findOperation(domains, name));
const accept = (name: string, input: unknown): Promise<unknown> =>
  acceptInput(name, operations.get(name) as Operation, input);

describe('the door', () => {
  it('knows every operation that a domain declares', async () => {
    const declared = [...(await declaredOperations()).keys()];
    expect(declared.toSorted()).toEqual(names.toSorted());
  });

  it.each(names)('lets through what %s asks for', async (name) => {
    expect(await accept(name, good[name])).toEqual(good[name]);
  });

  it.each(names)(
    'refuses a field that %s does not know as one of another version',
    async (name) => {
      for (const forged of [{ author: 'emre' }, { created: 1 }, { me: undefined, later: null }]) {
        const input = { ...good[name], ...forged };
        await expect(accept(name, input)).rejects.toMatchObject({ tag: 'Outdated' });
      }
    },
  );

  it.each(names)('refuses each field of %s that is nonsense, and names it', async (name) => {
    for (const [field, value] of Object.entries(good[name] ?? {})) {
      for (const bad of nonsense) {
        if (Array.isArray(value) && Array.isArray(bad) && bad.length === 0) continue;
        if (typeof value === 'boolean' && typeof bad === 'boolean') continue;
        if (typeof bad === 'string' && bad.length === 1 && free.has(field)) continue;
        const input = { ...good[name], [field]: bad };
        await expect(accept(name, input), `${field}: ${typeof bad}`).rejects.toMatchObject({
          tag: 'Invalid',
          data: { field: expect.stringContaining(field) as string, reason: 'malformed' },
        });
      }
    }
  });

  /** Columns hold no longer ones: what is beyond would be an error of the host. */
  it.each(names)(
    'refuses an id of a group or a message for %s that none can have',
    async (name) => {
      const ids = ['group', 'groups', 'post', 'comment', 'parent'];
      for (const [field, value] of Object.entries(good[name] ?? {})) {
        if (!ids.includes(field)) continue;
        const of = (id: string) => ({ ...good[name], [field]: Array.isArray(value) ? [id] : id });
        await expect(accept(name, of('昼'.repeat(101)))).rejects.toMatchObject({ tag: 'Invalid' });
        expect(await accept(name, of('昼'.repeat(100)))).toEqual(of('昼'.repeat(100)));
      }
    },
  );

  it.each(names)('refuses an input of %s that is no object', async (name) => {
    for (const bad of ['text', 7, true, null]) {
      await expect(accept(name, bad)).rejects.toMatchObject({ tag: 'Invalid' });
    }
  });

  it.each(names)('refuses %s without a field that it needs', async (name) => {
    for (const field of Object.keys(good[name] ?? {})) {
      const rest = Object.fromEntries(
        Object.entries(good[name] ?? {}).filter(([other]) => other !== field),
      );
      if (optional[name]?.includes(field)) expect(await accept(name, rest)).toEqual(rest);
      else await expect(accept(name, rest)).rejects.toThrow(field);
    }
  });

  it('stands before every operation of a community', async () => {
    const page = organisation().as('ada') as unknown as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    for (const name of names) {
      const [domain = '', operation = ''] = name.split('.');
      const call = page[domain]?.[operation]?.('nonsense');
      await expect(call, name).rejects.toMatchObject({ tag: 'Invalid' });
    }
  });

  it('lets nothing reach the prototype of anything', async () => {
    const input = JSON.parse('{"person": "ada", "__proto__": {"isAdmin": true}}') as unknown;
    await expect(accept('card.read', input)).rejects.toMatchObject({ tag: 'Outdated' });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe('a caller in the same process', () => {
  it('is told by the compiler of a field or an operation that is not declared', async () => {
    const { id: group } = await organisation().as('ada').groups.create({ name: 'A', purpose: '' });
    const page = organisation().as('ada');
    const calls = [
      // @ts-expect-error The schema has no such field.
      () => page.wall.read({ group, author: 'emre' }),
      // @ts-expect-error The schema needs a group.
      () => page.wall.read({}),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow();
  });

  it('is told by the compiler of an operation that no domain declares, and is refused', async () => {
    const page = organisation().as('ada');
    expectTypeOf(page).not.toHaveProperty('readWall');
    expectTypeOf(page).not.toHaveProperty('canteen');
    expectTypeOf(page.wall).not.toHaveProperty('eraseEverything');
    const untyped = page as unknown as Record<string, Record<string, () => Promise<unknown>>>;
    expect(untyped.readWall).not.toBeTypeOf('function');
    const calls = [untyped.canteen?.read, untyped.wall?.eraseEverything];
    for (const call of calls) await expect(call?.()).rejects.toMatchObject({ tag: 'Outdated' });
  });

  it('is told by the compiler of a domain that declares no operations', () => {
    const withoutOperations = () => Promise.resolve({ run: () => undefined });
    // @ts-expect-error Its module exports something else.
    const loaders: DomainLoaders = { ...domains, canteen: withoutOperations };
    expect(loaders).toHaveProperty('canteen');
  });
});

describe('the input of an operation', () => {
  const run = () => Promise.resolve();
  const inner = v.strictObject({ name: v.string() });
  const declared = command({
    input: v.strictObject({
      inner: v.optional(inner),
      list: v.optional(v.array(inner)),
      either: v.optional(
        v.union([
          v.strictObject({ kind: v.literal('a'), at: v.number() }),
          v.strictObject({ kind: v.literal('b'), name: v.string() }),
        ]),
      ),
      any: v.optional(v.union([inner, v.strictObject({ at: v.number() }), v.string()])),
      variant: v.optional(
        v.variant('kind', [
          v.strictObject({ kind: v.literal('a'), at: v.number() }),
          v.strictObject({ kind: v.literal('b'), inner: v.nullable(inner) }),
        ]),
      ),
    }),
    run,
  });

  it.each<[string, object]>([
    ['an object', { inner: { name: 'a', later: 1 } }],
    ['an object of a list', { list: [{ name: 'a' }, { name: 'b', later: 1 }] }],
    ['a choice', { either: { kind: 'b', name: 'a', later: 1 } }],
    ['a choice that has it in another kind', { either: { kind: 'b', name: 'a', later: 1, at: 1 } }],
    ['a choice without kinds', { any: { name: 'a', later: 1 } }],
    ['a variant', { variant: { kind: 'a', at: 1, later: 1 } }],
    ['an object of a variant', { variant: { kind: 'b', inner: { name: 'a', later: 1 } } }],
  ])('is of another version where %s of it has an unknown field', async (_, input) => {
    await expect(acceptInput('test.run', declared, input)).rejects.toMatchObject({
      tag: 'Outdated',
      data: { what: expect.stringMatching(/^test\.run: .*later$/) as string },
    });
  });

  it.each<[string, object]>([
    ['has a field of the wrong type', { either: { kind: 'a', at: 'one' } }],
    ['is of no kind', { either: { kind: 'c' } }],
    ['is of no kind of a variant', { variant: { kind: 'c', later: 1 } }],
    ['is one of several, with the wrong type', { any: { at: 'one' } }],
    ['is no object', { inner: 7 }],
    ['is a list', { inner: ['a'] }],
  ])('is Invalid where an object of it %s', async (_, input) => {
    await expect(acceptInput('test.run', declared, input)).rejects.toMatchObject({
      tag: 'Invalid',
      data: { reason: 'malformed' },
    });
  });

  it('does not compile where a field that it lacks would be dropped', () => {
    const loose = v.object({ name: v.string() });
    const reads = () => [];
    const declarations = [
      // @ts-expect-error The input is not strict.
      command({ input: loose, run }),
      // @ts-expect-error Nor is it here.
      query({ input: v.looseObject({}), reads, run }),
      // @ts-expect-error No object at all.
      query({ input: v.string(), reads, run }),
      // @ts-expect-error An object in it is not strict.
      command({ input: v.strictObject({ inner: loose }), run }),
      // @ts-expect-error Nor one that may be absent, in a list.
      command({ input: v.strictObject({ list: v.optional(v.array(loose)) }), run }),
      // @ts-expect-error Nor one of several.
      query({ input: v.strictObject({ any: v.union([v.string(), inner, loose]) }), reads, run }),
    ];
    for (const { run: declaredRun } of declarations) expect(declaredRun).toBe(run);
  });
});
