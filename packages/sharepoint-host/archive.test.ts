/** Groups that are archived, renamed and invited into on SharePoint, where anybody writes rows by hand. */
import { describe, expect, it } from 'vitest';
import { closedContainer, collections, createCommunity, groupContainer } from '@kantine/core';
import type { Community } from '@kantine/core';
import { countedPage } from './testing/cost.ts';
import { eachInAnOrganisation } from './testing/each.ts';
import type { Actor, Organisation } from './testing/organisation.ts';

const { acts } = collections;
let organisation: Organisation;

eachInAnOrganisation((opened) => (organisation = opened));

const as = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));
const reason = 'project is done';
const pass = () => organisation.clock.advance(60_000);

async function found(access: 'open' | 'closed' | 'secret'): Promise<string> {
  const { ids } = organisation;
  const about = { name: 'Lunch run', purpose: '', access, key: 'key-of-the-draft' };
  const { id: group } = await as('anna').groups.create(about);
  if (access !== 'open') {
    await as('owner').groups.approve({ group, by: ids.anna });
    await as('anna').groups.list();
    for (const person of [ids.ben, ids.zoe]) {
      await as('anna').groups.admit({ group, person, role: 'member' });
    }
  }
  pass();
  return group;
}

const say = async (actor: Actor, group: string, text: string) => {
  await as(actor).wall.post({ group, text, key: `key-of-${actor}-${text}` });
  pass();
};
const archive = async (actor: Actor, group: string) => {
  await as(actor).stewards.archive({ group, reason, key: `key-of-archive-${actor}` });
  pass();
};
const byHand = async (actor: Actor, group: string, family: string, person = '') => {
  const fields = { family, post: '', target: '', person, reason, appointer: '' };
  const { store } = organisation.hostOf(actor);
  await store.insert(acts, groupContainer(group), `${family} by hand`, fields);
  pass();
};
const texts = async (actor: Actor, group: string) =>
  (await as(actor).wall.read({ group })).posts.map(({ text }) => text);
const inList = async (actor: Actor, group: string) => {
  const { own, others } = await as(actor).groups.browse({});
  return [...own, ...others].find(({ id }) => id === group);
};

describe.each(['open', 'closed'] as const)('a group that is %s', (access) => {
  it('A3: is archived by its steward, and by no row of a member', async () => {
    const group = await found(access);
    await say('ben', group, 'Who goes?');
    await byHand('zoe', group, 'archive');
    expect(await as('ben').wall.read({ group })).toMatchObject({ canWrite: true });
    expect(await inList('ben', group)).not.toHaveProperty('archived');
    await expect(archive('zoe', group)).rejects.toMatchObject({ tag: 'Forbidden' });
    await archive('anna', group);
    await byHand('zoe', group, 'unarchive');
    await say('zoe', group, 'Too late');
    const { ids } = organisation;
    expect(await as('ben').wall.read({ group })).toMatchObject({
      canWrite: false,
      group: { archived: { by: { id: ids.anna }, reason } },
    });
    expect(await inList('ben', group)).toMatchObject({
      archived: { by: { id: ids.anna }, reason },
    });
    expect(await texts('ben', group)).toEqual(['Who goes?']);
    expect(await texts('zoe', group)).toEqual(['Too late', 'Who goes?']);
  });

  it('asks in whom its steward invites, and nobody by a row of a member', async () => {
    const group = await found(access);
    const { ids } = organisation;
    await byHand('zoe', group, 'invite', ids.ben);
    expect(await inList('ben', group)).not.toHaveProperty('invited');
    if (access === 'closed') await as('anna').groups.expel({ group, person: ids.ben });
    await as('anna').groups.invite({ group, person: ids.ben, key: 'key-of-an-invitation' });
    pass();
    expect(await inList('ben', group)).toMatchObject({
      joined: access === 'closed',
      invited: { by: { id: ids.anna } },
    });
    await as('ben').groups.answerInvitation({ group });
    expect(await inList('ben', group)).not.toHaveProperty('invited');
  });

  it('is renamed by who started it, and by nobody else', async () => {
    const group = await found(access);
    await expect(as('zoe').groups.rename({ group, name: 'Mine' })).rejects.toMatchObject({
      tag: 'Forbidden',
    });
    await as('anna').groups.rename({ group, name: 'Lunch walk' });
    expect(await inList('ben', group)).toMatchObject({ name: 'Lunch walk' });
  });
});

it('an open group is archived by owners of the site, at the desk', async () => {
  const group = await found('open');
  await archive('owner', group);
  expect((await as('ben').wall.read({ group })).group.archived).toMatchObject({ reason });
});

it('a group is suggested that those are in who answered one', async () => {
  const group = await found('open');
  await as('anna').wall.post({ group, text: 'Who goes?', key: 'key-of-a-question' });
  const post = (await as('anna').wall.read({ group })).posts[0]?.id ?? '';
  const about = { name: 'Excel help', purpose: '' };
  const { id: excel } = await as('ben').groups.create(about);
  for (const actor of ['ben', 'zoe', 'owner'] as const) {
    await as(actor).wall.comment({ group, post, text: 'I do', key: `key-of-${actor}-answer` });
    await as(actor).groups.join({ group: excel });
  }
  const suggested = await as('anna').groups.suggest();
  expect(suggested).toMatchObject([{ group: { id: excel, name: 'Excel help' } }]);
});

it('the wall of an archived group takes no third request, and few operations', async () => {
  const group = await found('open');
  await say('ben', group, 'Who goes?');
  await archive('anna', group);
  await archive('owner', group);
  const { page: reader, cost } = countedPage(organisation, 'zoe');
  const page = await reader.wall.read({ group });
  expect(page.canWrite).toBe(false);
  expect(cost.requests).toBe(2);
  expect(cost.operations).toBeLessThanOrEqual(36);
});

describe('R13: a secret group', () => {
  it('is answered like none to who would archive, rename or invite into it, with as many requests', async () => {
    const group = await found('secret');
    await as('anna').groups.expel({ group, person: organisation.ids.zoe });
    const { ids } = organisation;
    const tried = {
      archive: (page: Community, id: string) =>
        page.stewards.archive({ group: id, reason, key: 'key-of-a-try-1' }),
      unarchive: (page: Community, id: string) =>
        page.stewards.unarchive({ group: id, reason, key: 'key-of-a-try-2' }),
      invite: (page: Community, id: string) =>
        page.groups.invite({ group: id, person: ids.ben, key: 'key-of-a-try-3' }),
      rename: (page: Community, id: string) => page.groups.rename({ group: id, name: 'Mine' }),
      mayRename: (page: Community, id: string) => page.groups.mayRename({ group: id }),
    };
    const answerTo = async (what: keyof typeof tried, id: string) => {
      const page = as('zoe');
      await page.groups.browse({});
      const before = organisation.network.count();
      const refused: unknown = await tried[what](page, id).catch((error: unknown) => error);
      const { tag, message } = refused as { tag: string; message: string };
      const count = organisation.network.count() - before;
      return { tag, message: message.replaceAll(id, 'it'), count };
    };
    for (const what of Object.keys(tried) as (keyof typeof tried)[]) {
      const there = await answerTo(what, group);
      expect(['Forbidden', 'NotFound'], what).toContain(there.tag);
      expect(await answerTo(what, closedContainer('secret-key-of-no-group')), what).toEqual(there);
    }
  });
});
