/**
 * A site that was set up by version 0.1, with a closed group in it, and a version that keeps one thing
 * more. The code of 0.1 is the code that shipped.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collection, collections, createCommunity, groupContainer, rows } from '@kantine/core';
import type { Community, RowsQuery } from '@kantine/core';
import * as earlier from '../testing/earlier/page-0.1.js';
import type { EarlierCommunity } from '../testing/earlier/page-0.1.js';
import { allLists, columns, setupList, slotDigest } from '../schema/index.ts';
import { fill } from '../testing/bulk.ts';
import { closedRow } from '../testing/closed.ts';
import { testFacts } from '../testing/facts.ts';
import { asEarlier, makeTemplate, openFolder, openOrganisation } from '../testing/organisation.ts';
import type { Actor, Folder, Organisation, Template } from '../testing/organisation.ts';
import { answerOf, get, merge, post } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import type { SharePointHost } from '../host.ts';

/** What the new version keeps besides. */
const wishes = collection({
  ...testFacts,
  name: 'wishes',
  fields: { words: { type: 'text', max: 200 } },
  indexes: { recent: { order: 'created' } },
});
/** A collection of 0.1, with an index that was declared later. */
const posts = collection({
  ...collections.posts,
  indexes: {
    ...collections.posts.indexes,
    byText: { partition: 'text', order: 'created', spare: 3 },
  },
});
const later = [...Object.values({ ...collections, posts }), wishes];

let folder: Folder;
let template: Template;
let group: string;
let organisation: Organisation;

const earlierHost = (actor: Actor, where = organisation) =>
  earlier.sharePointHost(where.contextOf(actor));
const earlierPage = (actor: Actor, where = organisation): EarlierCommunity =>
  earlier.createCommunity(earlierHost(actor, where));
const host = (actor: Actor): SharePointHost => organisation.hostOf(actor, { collections: later });
const page = (actor: Actor): Community => createCommunity(host(actor));
const key = (name: string): string => `key-of-${name}`;

/** Anna's secret group with Ben in it; Zoë is a member of the site and not of the group. */
async function liveThrough(where: Organisation): Promise<string> {
  const anna = earlierPage('anna', where);
  const made = await anna.createGroup({
    name: 'Works council',
    purpose: '',
    access: 'secret',
    key: key('the draft'),
  });
  await earlierPage('owner', where).approveGroup({ group: made.id, by: where.ids.anna });
  await anna.listGroups();
  await anna.addMember({ group: made.id, person: where.ids.ben, role: 'member' });
  const first = await anna.post({ group: made.id, text: 'Between us', key: key('a post') });
  const ben = earlierPage('ben', where);
  const message = { group: made.id, kind: 'post', id: first.id } as const;
  await ben.comment({ group: made.id, post: first.id, text: 'Sure', key: key('a comment') });
  await ben.react({ message, post: first.id, kind: 'like' });
  return made.id;
}

beforeAll(async () => {
  folder = await openFolder();
  const setUp = await makeTemplate(
    folder,
    (context) => earlier.sharePointHost(context).provision(),
    asEarlier,
  );
  const lived = await openOrganisation(folder, setUp, asEarlier);
  group = await liveThrough(lived);
  template = { ...setUp, file: await lived.keep() };
});
afterAll(() => folder.remove());
beforeEach(async () => {
  organisation = await openOrganisation(folder, template, asEarlier);
});
afterEach(() => organisation.close());

/** The lists of the group, as the owner's row names them after an update. */
const closedNames = async (): Promise<string[]> =>
  Object.values((await closedRow(organisation, group)).lists).map(({ name }) => name);

/** What a member sees: words, answers and reactions. */
const seenBy = (actor: Actor): Promise<unknown> => summary(page(actor).wall.read({ group }));
const seenEarlier = (actor: Actor): Promise<unknown> =>
  summary(earlierPage(actor).readWall({ group }));

interface Seen {
  readonly posts: readonly {
    readonly text: string;
    readonly comments: readonly { readonly text: string }[];
    readonly reactions: { readonly counts: object };
  }[];
}
async function summary(wall: Promise<Seen>): Promise<unknown> {
  return (await wall).posts.map(({ text, comments, reactions }) => [
    text,
    comments.map((each) => each.text),
    reactions.counts,
  ]);
}
const before = [['Between us', ['Sure'], { like: 1 }]];

/** The lists with a unique column. */
async function uniqueIn(names: readonly string[]): Promise<string[]> {
  const fields = await organisation
    .wireOf('owner')
    .batch(
      names.map((name) => get(`${organisation.pathOf(name)}/fields?$select=EnforceUniqueValues`)),
    );
  const isUnique = ({ EnforceUniqueValues }: { EnforceUniqueValues: boolean }): boolean =>
    EnforceUniqueValues;
  return names.filter((_, at) => {
    const outcome = fields[at];
    return outcome?.ok === true && (outcome.value as []).some(isUnique);
  });
}

/** The requests that a stranger may try on a list by hand. @returns the names of those that let them in */
async function openTo(actor: Actor, names: readonly string[]): Promise<string[]> {
  const wire = organisation.wireOf(actor);
  const open: string[] = [];
  for (const name of names) {
    const path = organisation.pathOf(name);
    const ways: RestRequest[] = [
      get(`${path}/items`),
      post(`${path}/items`, { Title: 'planted' }),
      merge(`${path}/items(1)`, { Title: 'planted' }),
      get(path),
    ];
    if ((await wire.batch(ways)).some(({ ok }) => ok)) open.push(name);
  }
  return open;
}

const wished = async (actor: Actor, container = group): Promise<string[]> => {
  const query: Omit<RowsQuery, 'kind' | 'collection'> = {
    container,
    index: 'recent',
    order: 'ascending',
    limit: 9,
  };
  const [{ records }] = await host(actor).store.read([rows(wishes, query)]);
  return records.map(({ fields }) => fields.words);
};

/** Each sets a site up, or brings it up to date. */
const slow = { timeout: 20_000 };

describe('a site of version 0.1', slow, () => {
  it('is out of date for a later version, which asks an owner to update it, and tells nobody else', async () => {
    expect(await host('owner').setupState()).toMatchObject({ kind: 'outdated', canSetUp: true });
    expect(await host('zoe').setupState()).toEqual({ kind: 'ready' });
  });

  it('goes on working meanwhile: what it lacks is empty, and everything else is as it was', async () => {
    expect(await seenBy('ben')).toEqual(before);
    expect(await wished('ben')).toEqual([]);
    expect(await wished('ben', 'community')).toEqual([]);
    const { id } = await page('ben').wall.post({ group, text: 'New page', key: key('ben') });
    const message = { group, kind: 'post', id } as const;
    await page('anna').wall.react({ message, post: id, kind: 'love' });
    await page('anna').wall.comment({ group, post: id, text: 'Hello', key: key('anna') });
    const both = [['New page', ['Hello'], { love: 1 }], ...before];
    expect(await seenBy('anna')).toEqual(both);
    expect(await seenEarlier('anna')).toEqual(both);
    await expect(
      host('ben').store.insert(wishes, group, 'a', { words: 'Tea' }),
    ).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('keeps what was written long before it as it was: thanks of then still count', async () => {
    await page('ben').kudos.give({
      value: 'helps-out',
      as: 'thanks',
      recipients: [organisation.ids.anna],
      reason: 'for the crates',
      key: key('thanks'),
    });
    const reasons = async (): Promise<string[]> =>
      (await page('anna').kudos.read({})).thankYous.map(({ reason }) => reason);
    expect(await reasons()).toEqual(['for the crates']);
    organisation.clock.advance(24 * 60 * 60_000);
    await host('owner').provision();
    expect(await host('owner').setupState()).toEqual({ kind: 'ready' });
    expect(await reasons()).toEqual(['for the crates']);
  });

  it('has everything after one press, and lost nothing', async () => {
    await host('owner').provision();
    for (const actor of ['owner', 'anna', 'zoe'] as const) {
      expect(await host(actor).setupState()).toEqual({ kind: 'ready' });
    }
    expect(await seenBy('ben')).toEqual(before);
    await host('ben').store.insert(wishes, group, 'a', { words: 'Tea' });
    expect(await wished('anna')).toEqual(['Tea']);
    await expect(wished('zoe')).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  /** The two site groups of the group, as their lists' permissions and nothing else tell. */
  async function siteGroups(): Promise<readonly { Id: number; Title: string }[]> {
    const wire = organisation.wireOf('owner');
    const all = await wire.send<readonly { Id: number; Title: string }[]>(
      get('web/siteGroups?$select=Id,Title'),
    );
    return all.filter(({ Title }) => /^Kantine(?:Members|Stewards)In/.test(Title));
  }

  it('T2: takes over a closed group whose steward renamed its site groups', async () => {
    for (const { Id } of await siteGroups()) {
      const Title = `Renamed ${Id}`;
      await organisation.wireOf('anna').send(merge(`web/siteGroups/getById(${Id})`, { Title }));
    }
    await host('owner').provision();
    expect(await host('owner').setupState()).toEqual({ kind: 'ready' });
    expect(await seenBy('ben')).toEqual(before);
    expect(await host('anna').containers.members(group)).toHaveLength(2);
  });

  it('T2: takes over no closed group that was given to another’s members, and shows it to an owner', async () => {
    const made = await earlierPage('zoe').createGroup({
      name: 'Choir',
      purpose: '',
      access: 'closed',
      key: key('the choir'),
    });
    const next = made.id.slice('closed:'.length);
    // Anna is the steward of her own site groups, and gives one the name that the choir's will have.
    for (const { Id, Title } of await siteGroups()) {
      if (!Title.includes('Members')) continue;
      const renamed = Title.replace(/In.*$/, `In${next}`);
      await organisation
        .wireOf('anna')
        .send(merge(`web/siteGroups/getById(${Id})`, { Title: renamed }));
    }
    await earlierPage('owner').approveGroup({ group: made.id, by: organisation.ids.zoe });
    await host('owner').provision();
    const state = await host('owner').setupState();
    const unfit = [group, made.id].map((container) => ({ container, why: 'members' }));
    expect(state).toEqual({ kind: 'ready', unfit: expect.arrayContaining(unfit) as unknown });
    expect(await host('zoe').setupState()).toEqual({ kind: 'ready' });
    await expect(wished('anna', made.id)).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('T1: gives a closed group of version 0.1 to nobody who asks for it', async () => {
    await host('zoe').containers.createClosed(group, '{"name":"Lunch","purpose":""}');
    const approving = host('owner').containers.approve(group, organisation.ids.zoe);
    await expect(approving).rejects.toMatchObject({ tag: 'Conflict' });
    await host('owner').provision();
    const again = host('owner').containers.approve(group, organisation.ids.zoe);
    await expect(again).rejects.toMatchObject({ tag: 'Conflict' });
    expect(await host('zoe').containers.joined()).toEqual([]);
    expect(await seenBy('ben')).toEqual(before);
  });

  it('approves a new closed group before it is updated', async () => {
    const choir = 'closed:secret-choir-of-zoe';
    await host('zoe').containers.createClosed(choir, '{"name":"Choir","purpose":""}');
    await host('owner').containers.approve(choir, organisation.ids.zoe);
    expect(await host('zoe').containers.joined()).toEqual([choir]);
    await host('zoe').store.insert(wishes, choir, 'a', { words: 'A piano' });
    expect(await seenBy('ben')).toEqual(before);
    await host('owner').provision();
    expect(await wished('zoe', choir)).toEqual(['A piano']);
    expect(await seenBy('ben')).toEqual(before);
  });

  it('T4: has no unique column any more but where owners alone write', async () => {
    const names = allLists(later).map(({ name }) => name);
    expect(await uniqueIn(names)).toContain('KantineReactions');
    await host('owner').provision();
    expect(await uniqueIn([...names, ...(await closedNames())])).toEqual(['KantineSetup']);
  });

  it('S-A3: takes repeats before it shows readers their own rows only, which SharePoint refuses beside a unique column', async () => {
    const owner = organisation.wireOf('owner');
    const open = merge(organisation.pathOf('KantineReadMarks'), { ReadSecurity: 1 });
    await owner.send(open);
    const sent: string[] = [];
    const context = organisation.contextOf('owner');
    const watched = organisation.hostOf('owner', {
      collections: later,
      fetch: (url, init) => {
        sent.push(...(typeof init.body === 'string' ? init.body : '').split('--changeset'));
        return context.fetch?.(url, init) ?? expect.fail();
      },
    });
    await watched.provision();
    const first = (text: string): number =>
      sent.findIndex((part) => part.includes('KantineReadMarks') && part.includes(text));
    expect(first('"ReadSecurity":2')).toBeGreaterThan(first('"EnforceUniqueValues":false'));
    expect(first('"EnforceUniqueValues":false')).toBeGreaterThanOrEqual(0);
  });

  it('takes what people write meanwhile, though a colleague planted a row in its slot', async () => {
    const place = groupContainer('1');
    await earlierPage('anna').createGroup({ name: 'Lunch', purpose: '' });
    const target = 'a-key-that-everybody-can-name';
    const slot = await slotDigest(place, organisation.ids.anna, target, 0);
    await organisation
      .wireOf('ben')
      .send(post(`${organisation.pathOf('KantinePosts')}/items`, { [columns.slot]: slot }));
    const fields = {
      text: 'Soup',
      edited: false,
      deleted: false,
      reason: '',
      kind: 'post',
      topic: '',
      unsure: false,
    };
    const anna = host('anna');
    const { record, inserted } = await anna.store.insert(posts, place, target, fields);
    expect(inserted).toBe(true);
    const again = await host('anna').store.insert(posts, place, target, fields);
    expect(again).toEqual({ record, inserted: false });
  });

  it('keeps strangers out of the closed group’s new list', async () => {
    await host('owner').provision();
    await host('ben').store.insert(wishes, group, 'a', { words: 'Tea' });
    expect(await openTo('zoe', await closedNames())).toEqual([]);
    expect(await openTo('ben', await closedNames())).toEqual(await closedNames());
    const wire = organisation.wireOf('owner');
    const questions = (await closedNames()).map((name) =>
      get(`${organisation.pathOf(name)}/roleAssignments?$expand=Member,RoleDefinitionBindings`),
    );
    interface Assignment {
      readonly Member: { readonly Title: string };
      readonly RoleDefinitionBindings: readonly { readonly Name: string }[];
    }
    let desks = 0;
    for (const outcome of await wire.batch(questions)) {
      const grants = answerOf<readonly Assignment[]>(outcome).map(
        ({ Member, RoleDefinitionBindings: [level] }) => [Member.Title, level?.Name],
      );
      const owners = [expect.stringMatching(/Owners$/), 'Full Control'];
      const members = expect.stringMatching(/^KantineMembersIn/) as unknown;
      const stewards = expect.stringMatching(/^KantineStewardsIn/) as unknown;
      desks += grants.length === 3 ? 1 : 0;
      expect(grants).toEqual(
        grants.length === 3
          ? [owners, [stewards, 'Contribute'], [members, 'Read']]
          : [owners, [members, 'Contribute']],
      );
    }
    expect(desks).toBe(1);
  });

  it('closes a list of the group that an owner opened to the site by mistake, and keeps what is in it', async () => {
    await host('owner').provision();
    const [, name = ''] = await closedNames();
    await organisation
      .wireOf('owner')
      .send(post(`${organisation.pathOf(name)}/resetRoleInheritance`));
    expect(await openTo('zoe', await closedNames())).toEqual([name]);
    expect(await host('owner').setupState()).toMatchObject({ kind: 'outdated' });
    await host('owner').provision();
    expect(await openTo('zoe', await closedNames())).toEqual([]);
    expect(await host('owner').setupState()).toEqual({ kind: 'ready' });
    expect(await seenBy('ben')).toEqual(before);
  });

  it('takes people who are neither members nor owners out of the group’s lists', async () => {
    await host('owner').provision();
    const [, name = ''] = await closedNames();
    const owner = organisation.wireOf('owner');
    // As when an owner stops the inheritance by hand: SharePoint then copies the site's permissions.
    await owner.send(post(`${organisation.pathOf(name)}/resetRoleInheritance`));
    await owner.send(
      post(
        `${organisation.pathOf(name)}/breakRoleInheritance(copyRoleAssignments=true,clearSubscopes=true)`,
      ),
    );
    expect(await openTo('zoe', await closedNames())).toEqual([name]);
    await host('owner').provision();
    expect(await openTo('zoe', await closedNames())).toEqual([]);
    expect(await seenBy('ben')).toEqual(before);
  });

  it('finds by a later index what is written from then on, and not what an earlier page writes', async () => {
    await host('owner').provision();
    const fields = {
      text: 'Tea',
      edited: false,
      deleted: false,
      reason: '',
      kind: 'post',
      topic: '',
      unsure: false,
    };
    await host('ben').store.insert(posts, group, key('new'), fields);
    await earlierPage('ben').post({ group, text: 'Tea', key: key('old') });
    const byText = { container: group, index: 'byText', eq: 'Tea' };
    const query = rows(posts, { ...byText, order: 'ascending', limit: 9 });
    const [{ records }] = await host('ben').store.read([query]);
    expect(records.map((record) => record.key)).toEqual([key('new')]);
    expect(await seenEarlier('ben')).toHaveLength(3);
  });

  it('takes posts and edits before the update, without the column of the later index', async () => {
    const ben = host('ben');
    const fields = {
      text: 'Tea',
      edited: false,
      deleted: false,
      reason: '',
      kind: 'post',
      topic: '',
      unsure: false,
    };
    const { record } = await ben.store.insert(posts, group, key('new'), fields);
    const changed = await ben.store.update(posts, record, { text: 'Coffee' });
    expect(changed.fields.text).toBe('Coffee');
    const byText = { container: group, index: 'byText', eq: 'Coffee' };
    const query = rows(posts, { ...byText, order: 'ascending', limit: 9 });
    expect(await ben.store.read([query])).toEqual([{ records: [] }]);
    expect(await seenEarlier('ben')).toHaveLength(2);
  });

  it('keeps the fields of a later version through an edit on this one', async () => {
    await host('owner').provision();
    const wiser = collection({
      ...wishes,
      fields: { ...wishes.fields, mood: { type: 'text', max: 20, default: '' } },
    });
    const ben = host('ben');
    await ben.store.insert(wiser, group, 'a', { words: 'Tea', mood: 'calm' });
    const query = { container: group, index: 'recent', order: 'ascending', limit: 9 } as const;
    const [{ records }] = await ben.store.read([rows(wishes, query)]);
    const [record] = records;
    if (!record) throw new Error('It was not found.');
    await ben.store.update(wishes, record, { words: 'Coffee' });
    const [after] = await ben.store.read([rows(wiser, query)]);
    expect(after.records[0]?.fields).toEqual({ words: 'Coffee', mood: 'calm' });
  });
});

describe('a list of more than 20,000 items', slow, () => {
  /** The newest are about tea; SharePoint takes no new index on any column of theirs. */
  const many = 20_001;
  let open: string;

  beforeEach(async () => {
    open = (await earlierPage('anna').createGroup({ name: 'Lunch', purpose: '' })).id;
    const rowsOf = Array.from({ length: many }, (_, n) => ({
      author: 'ben' as const,
      key: `${n}`,
      fields: {
        text: `Post ${n}`,
        edited: false,
        deleted: false,
        reason: '',
        kind: 'post',
        topic: '',
        unsure: false,
      },
    }));
    await fill(organisation, collections.posts, groupContainer(open), rowsOf);
  });

  it('is told of before the update, which makes of it what can be made', async () => {
    expect(await host('owner').setupState()).toMatchObject({ kind: 'outdated', tooLong: 1 });
    await host('owner').provision();
    expect(await host('owner').setupState()).toEqual({ kind: 'ready' });
    const owner = organisation.wireOf('owner');
    const fields = await owner.send<readonly { InternalName: string; Indexed: boolean }[]>(
      get(`${organisation.pathOf('KantinePosts')}/fields?$select=InternalName,Indexed`),
    );
    const unindexed = ['Author', 'Modified', 'KtIx1', 'KtIx2', 'KtIx3', 'KtIx4', 'KtIx5'];
    expect(await uniqueIn(['KantinePosts'])).toEqual([]);
    for (const name of unindexed) {
      expect(fields).toContainEqual(
        expect.objectContaining({ InternalName: name, Indexed: false }),
      );
    }
    const [row] = await owner.send<readonly { KtFields: string }[]>(
      get(`${organisation.pathOf(setupList.name)}/items?$select=KtFields`),
    );
    const { lists } = JSON.parse(row?.KtFields ?? '') as {
      lists: Record<string, { unindexed?: string[] }>;
    };
    expect(lists.KantinePosts?.unindexed).toEqual(unindexed);
    expect(lists.KantineComments).not.toHaveProperty('unindexed');
    await host('owner').provision();
    expect(await host('owner').setupState()).toEqual({ kind: 'ready' });
  });

  it('goes on working, and is read part by part where an index is wanted', async () => {
    await host('owner').provision();
    const wall = await page('ben').wall.read({ group: open });
    expect(wall.posts[0]?.text).toBe(`Post ${many - 1}`);
    const ben = host('ben');
    const insert = (text: string, draft: string) =>
      ben.store.insert(posts, groupContainer(open), draft, {
        text,
        edited: false,
        deleted: false,
        reason: '',
        kind: 'post',
        topic: '',
        unsure: false,
      });
    for (const draft of ['a', 'b', 'c']) await insert('Tea', key(draft));
    await insert('Coffee', key('d'));
    const byText = rows(posts, {
      container: groupContainer(open),
      index: 'byText',
      eq: 'Tea',
      order: 'descending',
      limit: 2,
    });
    const [first] = await ben.store.read([byText]);
    expect(first.records.map((record) => record.key)).toEqual([key('c'), key('b')]);
    const [second] = await ben.store.read([{ ...byText, cursor: first.cursor ?? '' }]);
    expect(second.records.map((record) => record.key)).toEqual([key('a')]);
    expect(second.cursor).toBeUndefined();
  });
});

describe('pages of both versions', slow, () => {
  /** Each page does what people do on a wall. */
  async function everything(who: 'anna' | 'ben', isEarlier: boolean): Promise<void> {
    const name = `${who} on ${isEarlier ? 'an earlier' : 'a new'} page`;
    if (isEarlier) {
      const old = earlierPage(who);
      const { id } = await old.post({ group, text: name, key: key(name) });
      const message = { group, kind: 'post', id } as const;
      await old.comment({ group, post: id, text: name, key: key(`${name}, comment`) });
      for (const kind of ['like', 'love', undefined, 'thanks']) {
        await old.react({ message, post: id, ...(kind === undefined ? {} : { kind }) });
      }
      const mine = (await old.readWall({ group })).posts.find((each) => each.id === id);
      await old.edit({ ...message, text: `${name}!`, version: mine?.version ?? '' });
    } else {
      const { wall } = page(who);
      const { id } = await wall.post({ group, text: name, key: key(name) });
      const message = { group, kind: 'post', id } as const;
      await wall.comment({ group, post: id, text: name, key: key(`${name}, comment`) });
      for (const kind of ['like', 'love', undefined, 'thanks'] as const) {
        await wall.react({ message, post: id, ...(kind === undefined ? {} : { kind }) });
      }
      const mine = (await wall.read({ group })).posts.find((each) => each.id === id);
      await wall.edit({ ...message, text: `${name}!`, version: mine?.version ?? '' });
    }
  }
  const written = (name: string) => [`${name}!`, [name], { thanks: 1 }];

  it('work side by side after the update, in both orders', async () => {
    await host('owner').provision();
    await everything('anna', true);
    await everything('ben', false);
    await everything('ben', true);
    await everything('anna', false);
    const all = [
      written('anna on a new page'),
      written('ben on an earlier page'),
      written('ben on a new page'),
      written('anna on an earlier page'),
      ...before,
    ];
    for (const who of ['anna', 'ben'] as const) {
      expect(await seenBy(who)).toEqual(all);
      expect(await seenEarlier(who)).toEqual(all);
    }
  });

  it('change each other’s rows only as their author: a reaction given on one is changed on the other', async () => {
    await host('owner').provision();
    const [first] = (await page('ben').wall.read({ group })).posts;
    const message = { group, kind: 'post', id: first?.id ?? '' } as const;
    await page('ben').wall.react({ message, post: message.id, kind: 'love' });
    expect(await seenEarlier('anna')).toEqual([['Between us', ['Sure'], { love: 1 }]]);
    await earlierPage('ben').react({ message, post: message.id });
    expect(await seenBy('anna')).toEqual([['Between us', ['Sure'], {}]]);
  });

  it('of which the earlier finds a site ready that the later set up or updated, and undoes nothing', async () => {
    await host('owner').provision();
    const row = () =>
      organisation
        .wireOf('owner')
        .send(get(`${organisation.pathOf(setupList.name)}/items?$select=KtFields`));
    const after = await row();
    expect(await earlierHost('zoe').setupState()).toEqual({ kind: 'ready' });
    await earlierHost('owner').provision();
    expect(await row()).toEqual(after);
    expect(await host('owner').setupState()).toEqual({ kind: 'ready' });
    expect(await openTo('zoe', await closedNames())).toEqual([]);
  });

  it('T2: know of a closed group that an earlier page made after the update once an owner has updated again', async () => {
    await host('owner').provision();
    const made = await earlierPage('zoe').createGroup({
      name: 'Choir',
      purpose: '',
      access: 'closed',
      key: key('the choir'),
    });
    await earlierPage('owner').approveGroup({ group: made.id, by: organisation.ids.zoe });
    await earlierPage('zoe').listGroups();
    // Names count for nothing on this site any more: the group is there once an owner has a row of it.
    await expect(wished('zoe', made.id)).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await host('owner').setupState()).toMatchObject({ kind: 'outdated' });
    await host('owner').provision();
    expect(await host('owner').setupState()).toEqual({ kind: 'ready' });
    await host('zoe').store.insert(wishes, made.id, 'a', { words: 'A piano' });
    expect(await wished('zoe', made.id)).toEqual(['A piano']);
    await expect(wished('anna', made.id)).rejects.toMatchObject({ tag: 'Forbidden' });
  });
});
