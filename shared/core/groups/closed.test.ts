/** Groups that not everybody reads. */
import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer } from '../kernel/container.ts';
import { forger } from '../testing/forger.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { groups, memberships } from './collections.ts';
import { secretGroups } from './group.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation();
});

const book = { name: 'Book club', purpose: 'One book a month' };
const key = 'key-of-the-draft';

const start = (access: 'closed' | 'secret') =>
  company.as('ada').groups.create({ ...book, access, key });
const add = (group: string, person: string, role: 'member' | 'steward' = 'member') =>
  company.as('ada').groups.admit({ group, person, role });
const post = (person: string, group: string) =>
  company.as(person).wall.post({ group, text: `By ${person}`, key: company.key() });

describe.each(['closed', 'secret'] as const)('a %s group', (access) => {
  it('has its founder as first member and steward', async () => {
    const made = await start(access);
    expect(made).toMatchObject({ ...book, access, memberCount: 1, joined: true, steward: true });
    expect(made.members.map(({ id }) => id)).toEqual(['ada']);
    await post('ada', made.id);
    const wall = await company.as('ada').wall.read({ group: made.id });
    expect(wall).toMatchObject({
      group: made,
      canWrite: true,
      audience: { known: true, count: 1 },
    });
    expect(wall.posts.map(({ text }) => text)).toEqual(['By ada']);
  });

  it('started twice with one draft is one group', async () => {
    expect(await start(access)).toEqual(await start(access));
    expect(await company.as('ada').groups.list()).toHaveLength(1);
  });

  it.each([0, 1, 2])('is taken up where it was left after write %i failed', async (passing) => {
    company.faults.inject({ kind: 'answer-lost', on: 'write' }, passing);
    await start(access).catch(() => undefined);
    company.faults.heal();
    const { id: group } = await start(access);
    await expect(post('ada', group)).resolves.toMatchObject({ text: 'By ada' });
    expect(await company.as('ada').groups.list()).toHaveLength(1);
  });

  it('is read by people whom a steward lets in, until they are taken out', async () => {
    const { id: group } = await start(access);
    await add(group, 'bram');
    await post('bram', group);
    const seen = await company.as('bram').groups.read({ group });
    expect(seen).toMatchObject({ ...book, access, memberCount: 2, joined: true, steward: false });
    expect((await company.as('bram').groups.list()).map(({ id }) => id)).toEqual([group]);
    await company.as('ada').groups.expel({ group, person: 'bram' });
    await expect(company.as('bram').wall.read({ group })).rejects.toThrow();
    const { posts } = await company.as('ada').wall.read({ group });
    expect(posts.map(({ author }) => author.name)).toEqual(['Bram de Wit']);
  });

  it('shows a stranger nothing, whatever they ask for', async () => {
    const { id: group } = await start(access);
    const { id } = await post('ada', group);
    const stranger = company.as('chloe');
    const message = { group, kind: 'post', id } as const;
    const attempts = [
      stranger.wall.read({ group }),
      stranger.wall.thread({ group, post: id }),
      stranger.wall.history(message),
      stranger.wall.reactors(message),
      stranger.groups.members({ group }),
      stranger.groups.join({ group }),
      stranger.groups.admit({ group, person: 'chloe', role: 'steward' }),
      stranger.groups.expel({ group, person: 'ada' }),
      stranger.wall.post({ group, text: 'Let me in', key: company.key() }),
      stranger.wall.comment({ group, post: id, text: 'Let me in', key: company.key() }),
      stranger.wall.react({ message, post: id, kind: 'like' }),
    ];
    await Promise.all(
      attempts.map((attempt) =>
        expect(attempt).rejects.toMatchObject({
          tag: expect.stringMatching(/^(Forbidden|NotFound)$/) as string,
        }),
      ),
    );
    await stranger.groups.leave({ group });
    expect((await company.as('ada').wall.read({ group })).posts).toHaveLength(1);
  });

  it('keeps a steward as long as it has members', async () => {
    const { id: group } = await start(access);
    await add(group, 'bram');
    const lastSteward = { tag: 'Invalid', data: { reason: 'last-steward' } };
    await expect(company.as('ada').groups.leave({ group })).rejects.toMatchObject(lastSteward);
    await expect(add(group, 'ada', 'member')).rejects.toMatchObject(lastSteward);
    await add(group, 'bram', 'steward');
    await company.as('ada').groups.leave({ group });
    expect(await company.as('bram').groups.members({ group })).toMatchObject([
      { person: { id: 'bram' }, role: 'steward' },
    ]);
  });

  it.each<[string, (group: string) => readonly Promise<unknown>[]]>([
    ['leave', (group) => ['ada', 'bram'].map((each) => company.as(each).groups.leave({ group }))],
    [
      'take each other out',
      (group) => [
        company.as('ada').groups.expel({ group, person: 'bram' }),
        company.as('bram').groups.expel({ group, person: 'ada' }),
      ],
    ],
    [
      'become members, or leave,',
      (group) => [
        company.as('ada').groups.admit({ group, person: 'ada', role: 'member' }),
        company.as('bram').groups.leave({ group }),
      ],
    ],
  ])('keeps a steward where its two %s at once', async (_, go) => {
    const { id: group } = await start(access);
    await add(group, 'bram', 'steward');
    await add(group, 'chloe');
    const stewards = async () =>
      (await company.as('chloe').groups.members({ group })).filter(
        ({ role }) => role === 'steward',
      );
    await Promise.allSettled(go(group));
    expect(await stewards()).not.toHaveLength(0);
    // Who was refused is told what to do, and another one goes a while later.
    company.clock.advance(2 * minute);
    const [first] = await stewards();
    const by = company.as(first?.person.id ?? '');
    await by.groups.admit({ group, person: 'chloe', role: 'steward' });
    await by.groups.leave({ group });
    expect((await stewards()).map(({ person }) => person.id)).toContain('chloe');
  });

  it('takes in nobody who is not here', async () => {
    const { id: group } = await start(access);
    await expect(add(group, 'left')).rejects.toMatchObject({
      data: { reason: 'left-the-company' },
    });
    await expect(add(group, 'nobody')).rejects.toMatchObject({
      data: { reason: 'unknown-person' },
    });
  });

  it('shows nobody on a profile card', async () => {
    const { id: group } = await start(access);
    await add(group, 'bram');
    expect((await company.as('ada').card.read({ person: 'bram' })).groups).toEqual([]);
  });
});

describe('a closed group', () => {
  it('is found by everybody, and read by its members', async () => {
    const { id: group } = await start('closed');
    const found = { ...book, id: group, access: 'closed', members: [], joined: false };
    expect(await company.as('chloe').groups.list()).toMatchObject([found]);
    expect(await company.as('chloe').groups.read({ group })).toMatchObject(found);
    expect(await company.as('chloe').groups.read({ group })).not.toHaveProperty('memberCount');
  });
});

describe('a secret group', () => {
  it('is not there for a stranger', async () => {
    const { id: group } = await start('secret');
    const gone = { tag: 'NotFound' };
    expect(await company.as('chloe').groups.list()).toEqual([]);
    await expect(company.as('chloe').groups.read({ group })).rejects.toMatchObject(gone);
    await expect(company.as('chloe').wall.read({ group })).rejects.toMatchObject(gone);
    await company.as('chloe').groups.create({ name: book.name, purpose: '' });
  });

  it('needs a key', async () => {
    const starting = company.as('ada').groups.create({ ...book, access: 'secret' });
    await expect(starting).rejects.toMatchObject({ data: { field: 'key' } });
  });

  it('is another one with the same key of another founder, who is told nothing of the first', async () => {
    const { id } = await start('secret');
    const own = await company.as('bram').groups.create({ ...book, access: 'secret', key });
    expect(own).toMatchObject({ joined: true, steward: true, memberCount: 1 });
    expect(own.id).not.toBe(id);
    expect(await company.as('bram').groups.create({ ...book, access: 'secret', key })).toEqual(own);
  });

  it('of an earlier version, whose id ended in its key, is taken up again by its founder alone', async () => {
    const earlier = `${secretGroups}${key}`;
    const { containers, store } = company.host('ada');
    await containers.createClosed(earlier, '');
    await store.insert(groups, earlier, earlier, {
      ...book,
      title: book.name.toLowerCase(),
      access: 'secret',
    });
    expect(await start('secret')).toMatchObject({ id: earlier, ...book, joined: true });
    expect((await company.as('ada').groups.list()).map(({ id }) => id)).toEqual([earlier]);
    const others = await company.as('bram').groups.create({ ...book, access: 'secret', key });
    expect(others.id).not.toBe(earlier);
  });
});

describe('by hand', () => {
  it('nobody makes a closed group open, or an open one closed', async () => {
    const mallory = forger(company);
    const { id: group } = await start('closed');
    const row = { name: book.name, title: 'book club', purpose: '' };
    await mallory.write(groups, communityContainer, 'book club', { ...row, access: 'open' });
    await mallory.write(groups, communityContainer, 'secret', { ...row, access: 'secret' });
    await mallory.write(groups, communityContainer, 'odd', { ...row, access: 'half' });
    await mallory.write(memberships, communityContainer, group, { group, person: 'emre' });
    await expect(company.as('emre').wall.read({ group })).rejects.toMatchObject({
      tag: 'Forbidden',
    });
    const shown = (await company.as('daan').groups.list()).filter(({ id }) => id === group);
    expect(shown).toMatchObject([{ access: 'closed', joined: false }]);
    expect((await company.as('daan').groups.list()).map(({ access }) => access).sort()).toEqual([
      'closed',
      'open',
    ]);
    await expect(company.as('daan').groups.read({ group: 'closed:404' })).rejects.toMatchObject({
      tag: 'NotFound',
    });
  });
});

describe('where owners make closed groups', () => {
  beforeEach(() => {
    company = organisation(directoryPeople, ['emre']);
  });

  it.each(['closed', 'secret'] as const)('a %s one is asked for, then approved', async (access) => {
    const asked = await start(access);
    expect(asked).toMatchObject({ ...book, access, requested: true, joined: false });
    expect(await start(access)).toEqual(asked);
    expect(await company.as('ada').groups.list()).toMatchObject([{ requested: true }]);
    const { id: group } = asked;
    await expect(post('ada', group)).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await company.as('bram').groups.requests()).toEqual([]);
    await expect(company.as('bram').groups.approve({ group, by: 'ada' })).rejects.toThrow();
    const requests = await company.as('emre').groups.requests();
    expect(requests).toMatchObject([{ ...book, group, access, by: { id: 'ada' } }]);
    await company.as('emre').groups.approve({ group, by: 'ada' });
    expect(await company.as('emre').groups.requests()).toEqual([]);
    await company.as('emre').groups.approve({ group, by: 'ada' });
    // Its name is for its founder to publish, by moving in.
    expect(await company.as('emre').groups.list()).toEqual([]);
    expect(await company.as('ada').groups.list()).toMatchObject([
      { joined: true, requested: false },
    ]);
    expect(await company.as('emre').groups.list()).toMatchObject(
      access === 'secret' ? [] : [{ ...book, id: group, joined: false }],
    );
    const made = { ...book, id: group, access, joined: true, steward: true, requested: false };
    expect(await company.as('ada').groups.read({ group })).toMatchObject(made);
    expect(await company.host('ada').containers.requests()).toEqual([]);
    await expect(post('ada', group)).resolves.toMatchObject({ text: 'By ada' });
  });

  it('a declined one is not made, and can be taken back by who asked', async () => {
    const { id: group } = await start('secret');
    await expect(company.as('bram').groups.decline({ group, by: 'ada' })).rejects.toMatchObject({
      tag: 'Forbidden',
    });
    await company.as('ada').groups.decline({ group, by: 'ada' });
    expect(await company.as('emre').groups.requests()).toEqual([]);
    expect(await company.as('ada').groups.list()).toEqual([]);
  });

  it.each(['ada', 'emre'])('a closed one that %s declines leaves nothing behind', async (who) => {
    const { id: group } = await start('closed');
    for (const colleague of ['bram', 'chloe']) {
      expect(await company.as(colleague).groups.list()).toEqual([]);
      await expect(company.as(colleague).groups.read({ group })).rejects.toMatchObject({
        tag: 'NotFound',
      });
    }
    await company.as(who).groups.decline({ group, by: 'ada' });
    for (const person of ['ada', 'bram', 'emre']) {
      expect(await company.as(person).groups.list()).toEqual([]);
    }
    await expect(company.as('ada').groups.read({ group })).rejects.toMatchObject({
      tag: 'NotFound',
    });
  });

  it('a closed one has no name but from who founded it', async () => {
    const { id: group } = await start('closed');
    await company.as('emre').groups.approve({ group, by: 'ada' });
    const row = { name: 'Mine now', title: 'mine now', purpose: '', access: 'closed' };
    const mallory = forger(company);
    await mallory.write(groups, communityContainer, group, row);
    expect(await company.as('bram').groups.list()).toEqual([]);
    await company.as('ada').groups.list();
    expect((await company.as('bram').groups.list()).map(({ name }) => name)).toEqual([book.name]);
    expect(await company.as('bram').groups.read({ group })).toMatchObject(book);
  });

  it('shows an owner no request for a group that somebody else founded', async () => {
    const { id: group } = await start('closed');
    const note = JSON.stringify({ name: 'Mine now', purpose: '' });
    await company.host('daan').containers.createClosed(group, note);
    const requests = await company.as('emre').groups.requests();
    expect(requests.map(({ by }) => by.id)).toEqual(['ada']);
    const approving = company.as('emre').groups.approve({ group, by: 'daan' });
    await expect(approving).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('shows an owner no request that says nothing', async () => {
    await company.host('ada').containers.createClosed('closed:secret-odd', 'not JSON');
    await company.host('ada').containers.createClosed('closed:secret-no', '{"name":""}');
    expect(await company.as('emre').groups.requests()).toEqual([]);
    const approving = company.as('emre').groups.approve({ group: 'closed:404', by: 'ada' });
    await expect(approving).rejects.toMatchObject({ tag: 'NotFound' });
  });
});
