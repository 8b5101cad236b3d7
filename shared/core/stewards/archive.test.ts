/** A group that its stewards archive: read by the same people as before, and written in by nobody. */
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { forger } from '../testing/forger.ts';
import { comments, posts } from '../wall/message.ts';
import { openMessages } from '../wall/open-messages.ts';
import { actFields, acts } from './acts.ts';
import type { ActRecord, NewAct } from './acts.ts';

let company: Organisation;
let group: string;
let post: string;
const reason = 'project is done';

const pass = () => company.clock.advance(minute);
const say = async (by: string, text: string): Promise<string> => {
  const { id } = await company.as(by).wall.post({ group, text, key: company.key() });
  pass();
  return id;
};

/** Ada founded the group, Daan owns the host, Bram wrote a post. */
beforeEach(async () => {
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  pass();
  post = await say('bram', 'Who goes today?');
});

/** A closed group of Ada's, in which Bram wrote. */
async function shutGroup(access: 'closed' | 'secret' = 'closed'): Promise<void> {
  company = organisation();
  const about = { name: 'Board', purpose: '', access, key: company.key() } as const;
  ({ id: group } = await company.as('ada').groups.create(about));
  for (const person of ['bram', 'chloe', 'emre']) {
    await company.as('ada').groups.admit({ group, person, role: 'member' });
  }
  pass();
  post = await say('bram', 'Who goes today?');
}

const turning = async (by: string, family: 'archive' | 'unarchive', why = reason) => {
  await company.as(by).stewards[family]({ group, reason: why, key: company.key() });
  pass();
};
const wall = (reader: string) => company.as(reader).wall.read({ group });
const texts = async (reader: string) => (await wall(reader)).posts.map(({ text }) => text);
const inList = async (reader: string) => {
  const { own, others } = await company.as(reader).groups.browse();
  return [...own, ...others].find(({ id }) => id === group);
};
const archived = { by: { id: 'ada' }, reason };

describe.each(['open', 'closed', 'secret'] as const)('an archived %s group', (access) => {
  beforeEach(async () => {
    if (access !== 'open') await shutGroup(access);
  });

  it('says who archived it, when and why, and is read by the same people', async () => {
    const at = company.clock.now();
    await turning('ada', 'archive');
    const page = await wall('bram');
    expect(page).toMatchObject({ canWrite: false, group: { archived: { ...archived, at } } });
    expect(await texts('bram')).toEqual(['Who goes today?']);
    expect((await company.as('ada').groups.read({ group })).archived).toMatchObject(archived);
  });

  it('is told apart in the list of groups, until it is opened again', async () => {
    await company.as('bram').groups.join({ group });
    expect(await inList('bram')).not.toHaveProperty('archived');
    await turning('ada', 'archive');
    expect((await inList('bram'))?.archived).toMatchObject(archived);
    const own = await company.as('bram').groups.own();
    expect(own.find(({ id }) => id === group)?.archived).toMatchObject(archived);
    await turning('ada', 'unarchive', '');
    expect(await inList('bram')).not.toHaveProperty('archived');
    expect(await wall('bram')).toMatchObject({ canWrite: true });
    expect(await wall('bram')).not.toHaveProperty('group.archived');
  });

  it('takes nothing that arrives later: its author alone sees it, and that it came too late', async () => {
    await turning('ada', 'archive');
    await say('chloe', 'I do');
    const { key } = company;
    await company.as('chloe').wall.comment({ group, post, text: 'Me too', key: key() });
    expect(await texts('bram')).toEqual(['Who goes today?']);
    expect(await texts('ada')).toEqual(['Who goes today?']);
    expect((await wall('bram')).posts[0]?.comments).toEqual([]);
    const { posts: own } = await wall('chloe');
    expect(own).toMatchObject([
      { text: 'I do', late: 'archived' },
      { text: 'Who goes today?', comments: [{ text: 'Me too', late: 'archived' }] },
    ]);
    expect(own[1]).not.toHaveProperty('late');
    const { posts: news } = await company.as('bram').wall.newest({ groups: [group] });
    expect(news.map(({ text }) => text)).toEqual(['Who goes today?']);
    await expect(
      company.as('bram').wall.one({ group, post: own[0]?.id ?? '' }),
    ).rejects.toMatchObject({
      tag: 'NotFound',
    });
  });

  it('lets nothing that arrives later leave with an export of its author’s', async () => {
    await turning('ada', 'archive');
    await say('chloe', 'I do');
    const page = await openMessages(company.as('chloe'), group, 20);
    expect(page?.messages.map(({ text }) => text) ?? ['Who goes today?']).toEqual([
      'Who goes today?',
    ]);
  });

  it('keeps what was written in the same moment, and what came after it was opened again', async () => {
    const { stewards, wall: board } = company.as('ada');
    await stewards.archive({ group, reason, key: company.key() });
    await board.post({ group, text: 'Just in time', key: company.key() });
    pass();
    await turning('ada', 'unarchive', '');
    await say('chloe', 'Back again');
    expect(await texts('bram')).toEqual(['Back again', 'Just in time', 'Who goes today?']);
  });

  it('is archived by its stewards alone, with a reason of three words', async () => {
    await expect(turning('bram', 'archive')).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(turning('ada', 'archive', 'two words')).rejects.toMatchObject({
      data: { reason: 'too-few-words', limit: 3 },
    });
    await turning('ada', 'archive');
    await expect(turning('bram', 'unarchive')).rejects.toMatchObject({ tag: 'Forbidden' });
  });
});

it('an open group is archived by owners of the host too', async () => {
  await turning('daan', 'archive');
  expect((await wall('bram')).group.archived).toMatchObject({ by: { id: 'daan' }, reason });
  expect((await inList('emre'))?.archived).toMatchObject({ by: { id: 'daan' } });
});

/** An act that somebody writes by hand into the group. */
const forge = async (by: string, act: NewAct, more: Partial<ActRecord['fields']> = {}) => {
  const fields = { ...actFields({ reason, ...act }, by), ...more };
  await forger(company, by).write(acts, groupContainer(group), company.key(), fields);
  pass();
};

describe.each(['open', 'closed'] as const)(
  'a member of an %s group who writes by hand',
  (access) => {
    beforeEach(async () => {
      if (access !== 'open') await shutGroup(access);
      await company.as('emre').groups.join({ group });
    });

    it('A3: archives nothing, and opens nothing again', async () => {
      await forge('emre', { family: 'archive' });
      expect(await wall('bram')).toMatchObject({ canWrite: true });
      expect(await inList('emre')).not.toHaveProperty('archived');
      await turning('ada', 'archive');
      await forge('emre', { family: 'unarchive' });
      expect(await wall('bram')).toMatchObject({ canWrite: false });
      expect((await inList('emre'))?.archived).toMatchObject(archived);
    });

    it('A3: does not bury what stewards decided', async () => {
      await turning('ada', 'archive');
      for (let at = 0; at < 130; at += 1) await forge('emre', { family: 'unarchive' });
      expect((await wall('bram')).group.archived).toMatchObject(archived);
      expect((await inList('emre'))?.archived).toMatchObject(archived);
    });

    it('is read by nobody for what they write into an archived group', async () => {
      await turning('ada', 'archive');
      const container = groupContainer(group);
      const blank = { edited: false, deleted: false, reason: '' };
      const words = { ...blank, kind: 'post', text: 'Still here' };
      await forger(company).write(posts, container, company.key(), words);
      const answer = { ...blank, text: 'Still here', post, parent: '', to: '' };
      await forger(company).write(comments, container, company.key(), answer);
      expect(await texts('bram')).toEqual(['Who goes today?']);
      expect((await wall('bram')).posts[0]?.comments).toEqual([]);
    });

    it('breaks no list by acts of strange shapes', async () => {
      await forge('emre', { family: 'archive' }, { reason: 7, person: {} } as never);
      await forge('emre', { family: 'archive' }, { appointer: 'ada' });
      expect(await inList('emre')).not.toHaveProperty('archived');
      expect(await wall('bram')).toMatchObject({ canWrite: true });
    });
  },
);

it('A3: who is a steward no more archives nothing', async () => {
  await company.as('ada').stewards.appoint({ group, person: 'emre', key: company.key() });
  pass();
  await company.as('ada').stewards.dismiss({ group, person: 'emre', key: company.key() });
  pass();
  await forge('emre', { family: 'archive' });
  expect(await wall('bram')).toMatchObject({ canWrite: true });
});

it('many archive acts in one group hide none of another', async () => {
  await turning('ada', 'archive');
  const { id: other } = await company.as('emre').groups.create({ name: 'Running', purpose: '' });
  const container = groupContainer(other);
  for (let at = 0; at < 310; at += 1) {
    await forger(company).write(
      acts,
      container,
      company.key(),
      actFields({ family: 'archive', reason }, 'emre'),
    );
  }
  expect((await inList('bram'))?.archived).toMatchObject(archived);
});
