/** Owners' power over the rows of others, where many containers share a list and anybody writes rows by hand. */
import { describe, expect, it, vi } from 'vitest';
import { collections, createCommunity, groupContainer } from '@kantine/core';
import type { Change } from '@kantine/core';
import type { Upkeep } from '@kantine/core/upkeep';
import { columns, ownerDigest } from '../schema/index.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';
import { watchedHost } from '../testing/watched.ts';
import { answerOf, get, merge, post as create } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import { sharePointUpkeep } from './index.ts';

const { posts } = collections;
let organisation: Organisation;
let group: string;
let post: string;
let upkeep: Upkeep;
const upkeepOf = (actor: Actor): Upkeep => sharePointUpkeep(organisation.contextOf(actor));
const list = () => organisation.pathOf('KantinePosts');
const wall = () => createCommunity(organisation.hostOf('zoe')).wall.read({ group });

eachInAnOrganisation(async (opened) => {
  organisation = opened;
  const anna = createCommunity(organisation.hostOf('anna'));
  ({ id: group } = await anna.groups.create({ name: 'Lunch run', purpose: '' }));
  const ben = createCommunity(organisation.hostOf('ben'));
  const text = 'Foo is our customer';
  ({ id: post } = await ben.wall.post({ group, text, key: 'a key of ben' }));
  upkeep = upkeepOf('owner');
});

/** A row by hand, as Kantine writes it but for its fields. */
async function writeByHand(actor: 'anna' | 'ben', key: string, more: object): Promise<string> {
  const container = groupContainer(group);
  const body = {
    [columns.owner]: await ownerDigest(
      { collection: posts, container },
      organisation.ids[actor],
      key,
    ),
    [columns.key]: JSON.stringify(key),
    ...more,
  };
  const row = await organisation
    .wireOf(actor)
    .send<{ Id: number }>(create(`${list()}/items`, body));
  return String(row.Id);
}

describe('a post that an owner of the site blanked', () => {
  it('is shown with the owner’s words under its author’s name, as changed and not as forged', async () => {
    const text = 'Removed by an owner: it names a customer';
    await upkeep.blank(posts, groupContainer(group), post, { text, edited: true });
    const page = await wall();
    expect(page.dropped).toBe(0);
    const author = { id: organisation.ids.ben };
    expect(page.posts).toMatchObject([{ id: post, text, edited: true, deleted: false, author }]);
    // SharePoint tells who looks into the list who changed it.
    const row = await organisation
      .wireOf('zoe')
      .send<{ AuthorId: number; EditorId: number }>(
        get(`${list()}/items(${post})?$select=AuthorId,EditorId`),
      );
    expect(String(row.AuthorId)).toBe(organisation.ids.ben);
    expect(row.EditorId).not.toBe(row.AuthorId);
  });

  it('counts as deleted where the owner says so', async () => {
    const zoe = createCommunity(organisation.hostOf('zoe'));
    await zoe.wall.comment({ group, post, text: 'Foo?', key: 'a key of zoe' });
    const fields = { text: '', deleted: true, reason: 'It names a customer' };
    await upkeep.blank(posts, groupContainer(group), post, fields);
    expect(await wall()).toMatchObject({ dropped: 0, posts: [{ id: post, ...fields }] });
  });
});

describe('a page that stays open', () => {
  it('sees what an owner purged and blanked with its next look', async () => {
    const { host } = watchedHost(organisation);
    const heard: Change[] = [];
    const community = createCommunity(host);
    organisation.clock.advance(60_000);
    await community.wall.read({ group });
    organisation.clock.advance(60_000);
    const stop = host.changes.subscribe((change) => void heard.push(change));
    const room = groupContainer(group);
    const hears = (): Promise<unknown> =>
      vi.waitFor(() => expect(heard.map(({ container }) => container)).toContain(room), 10_000);
    await upkeep.blank(posts, room, post, { text: 'Removed' });
    await hears();
    heard.splice(0);
    organisation.clock.advance(60_000);
    await community.wall.read({ group });
    await upkeep.purge(posts, room, [post]);
    await hears();
    expect((await community.wall.read({ group })).posts).toEqual([]);
    stop();
  });
});

describe('by hand', () => {
  it('SharePoint itself lets nobody but owners do it', async () => {
    const item = `${list()}/items(${post})`;
    const attempts: readonly RestRequest[] = [
      { method: 'DELETE', path: item, version: '*' },
      merge(item, { [columns.fields]: '{}' }),
      create(`${item}/recycle()`),
    ];
    for (const actor of ['anna', 'zoe'] as const) {
      for (const outcome of await organisation.wireOf(actor).write(attempts))
        expect(outcome.ok).toBe(false);
    }
    expect((await wall()).posts).toMatchObject([{ id: post, text: 'Foo is our customer' }]);
  });

  it('rows that count for nothing are found by a scan and removed by a purge', async () => {
    const room = groupContainer(group);
    const malformed = await writeByHand('anna', 'malformed', { [columns.fields]: '{"text":7}' });
    const double = await writeByHand('ben', 'a key of ben', { [columns.fields]: '{"text":"x"}' });
    // In a colleague's name nobody believes it, and an owner is given none of it either.
    await writeByHand('anna', 'forged', { [columns.owner]: 'a', [columns.fields]: '{}' });
    const { records } = await upkeep.scan(posts, room);
    expect(records.map(({ id }) => id)).toEqual([post, malformed, double]);
    await upkeep.purge(posts, room, [malformed, double]);
    expect((await upkeep.scan(posts, room)).records).toHaveLength(1);
    expect(await wall()).toMatchObject({ posts: [{ id: post }] });
  });

  it('a row that is too long to read stops no scan, and can be purged', async () => {
    const room = groupContainer(group);
    const megabytes = JSON.stringify({ text: 'x'.repeat(4_500_000) });
    const long = await writeByHand('anna', 'long', { [columns.fields]: megabytes });
    const ben = createCommunity(organisation.hostOf('ben'));
    const { id: later } = await ben.wall.post({ group, text: 'Later', key: 'another key' });
    const found: string[] = [];
    let leftOut = 0;
    let after: string | undefined;
    do {
      const step = await upkeep.scan(posts, room, after);
      found.push(...step.records.map(({ id }) => id));
      leftOut += step.leftOut ?? 0;
      ({ after } = step);
    } while (after !== undefined);
    expect(found).toEqual([post, later]);
    expect(leftOut).toBe(1);
    await upkeep.purge(posts, room, [long]);
    const rows = await organisation.wireOf('zoe').batch([get(`${list()}/items?$select=Id`)]);
    expect(answerOf<readonly unknown[]>(rows[0])).toHaveLength(2);
  });
});
