/** Owners' power over the rows of others, as pages see what came of it, and that no page reaches it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { declaredOperations } from '../domains.ts';
import { comments, posts } from '../wall/message.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { groupContainer } from './container.ts';
import type { Upkeep } from './upkeep.ts';

let company: Organisation;
let upkeep: Upkeep;
let group: string;
let post: string;
let comment: string;
const room = () => groupContainer(group);
const wall = (reader = 'emre') => company.as(reader).wall.read({ group });

beforeEach(async () => {
  // Daan owns the host.
  company = organisation(directoryPeople, ['daan']);
  upkeep = company.server.upkeep('daan');
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  const key = company.key();
  ({ id: post } = await company.as('bram').wall.post({ group, text: 'Foo is our customer', key }));
  company.clock.advance(minute);
  const said = { group, post, text: 'Foo? Really?', key: company.key() };
  ({ id: comment } = await company.as('ada').wall.comment(said));
  await company.as('ada').wall.react({
    message: { group, kind: 'post', id: post },
    post,
    kind: 'like',
  });
  company.clock.advance(minute);
});

describe('a message that an owner blanked', () => {
  it('stands in its place with the words that the owner gave, as one that was changed', async () => {
    await upkeep.blank(posts, room(), post, { text: 'Removed: it names a customer' });
    await upkeep.blank(comments, room(), comment, { text: 'Removed: it names a customer' });
    const page = await wall();
    expect(page.dropped).toBe(0);
    expect(page.posts).toMatchObject([
      {
        id: post,
        author: { id: 'bram' },
        text: 'Removed: it names a customer',
        edited: true,
        deleted: false,
        reactions: { counts: { like: 1 } },
        comments: [{ id: comment, text: 'Removed: it names a customer', author: { id: 'ada' } }],
      },
    ]);
    expect(JSON.stringify(page)).not.toContain('Foo');
  });

  it('is deleted where the owner says so, with a reason', async () => {
    const fields = { text: '', deleted: true, reason: 'It names a customer' };
    await upkeep.blank(posts, room(), post, fields);
    const page = await wall();
    expect(page.dropped).toBe(0);
    expect(page.posts).toMatchObject([
      { id: post, text: '', deleted: true, reason: fields.reason },
    ]);
  });
});

describe('a message that an owner purged', () => {
  it('is gone from the wall; what was said about it is shown nowhere, and waits to be purged too', async () => {
    await upkeep.purge(posts, room(), [post]);
    expect(await wall()).toMatchObject({ posts: [], dropped: 0 });
    const { records } = await upkeep.scan(comments, room());
    expect(records.map(({ id }) => id)).toEqual([comment]);
  });
});

describe('the rows of others', () => {
  /** Names of everything that can be reached from an object. */
  function reachable(from: object, seen = new Set<object>()): readonly string[] {
    if (seen.has(from)) return [];
    seen.add(from);
    return Object.entries(from).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? [name, ...reachable(value as object, seen)]
        : [name],
    );
  }
  const powers = ['purge', 'blank', 'scan', 'upkeep'];

  it('are reached by no port of a host, an owner’s included', () => {
    const names = reachable(company.server.connect('daan'));
    expect(names).toContain('insert');
    for (const power of powers) expect(names).not.toContain(power);
  });

  it('are reached by no operation', async () => {
    const names = [...(await declaredOperations()).keys()];
    expect(names).toContain('wall.read');
    for (const name of names) expect(powers, name).not.toContain(name.split('.').at(-1));
  });
});
