/** Topics of a group, as its stewards keep them, and what members write around them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { deskOf, groupContainer } from '../kernel/container.ts';
import { createCommunity } from '../community.ts';
import { actFields, acts } from '../stewards/acts.ts';
import type { NewAct } from '../stewards/acts.ts';
import { countingHost } from '../testing/counting-host.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { forger } from '../testing/forger.ts';
import { markFields, markKey, marks } from '../wall/marks.ts';
import { posts, targetName } from '../wall/message.ts';

let company: Organisation;
let group: string;

/** Ada founded the group, Daan owns the host. */
beforeEach(async () => {
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
});

/** A closed group of Ada's. */
async function shutGroup(): Promise<void> {
  company = organisation();
  const about = { name: 'Board', purpose: '', access: 'closed' } as const;
  ({ id: group } = await company.as('ada').groups.create(about));
  for (const person of ['bram', 'emre']) {
    await company.as('ada').groups.admit({ group, person, role: 'member' });
  }
}

const pass = () => company.clock.advance(minute);
const wall = (person = 'emre') => company.as(person).wall.read({ group });
const names = async (person = 'emre') => (await wall(person)).topics?.map(({ name }) => name) ?? [];

async function add(name: string, person = 'ada'): Promise<string> {
  pass();
  await company.as(person).wall.addTopic({ group, name, key: company.key() });
  return (await wall('ada')).topics?.find((each) => each.name === name)?.id ?? '';
}
async function write(text: string, topic?: string, person = 'bram'): Promise<string> {
  pass();
  const key = company.key();
  const about = topic === undefined ? {} : { topic };
  return (await company.as(person).wall.post({ group, text, key, ...about })).id;
}
async function move(post: string, topic?: string, person = 'ada'): Promise<void> {
  pass();
  const about = topic === undefined ? {} : { topic };
  await company.as(person).wall.moveToTopic({ group, post, ...about });
}
const topicOf = async (post: string) =>
  (await wall()).posts.find(({ id }) => id === post)?.topic?.name;
const textsUnder = async (topic: string) =>
  (await company.as('emre').wall.topic({ group, topic })).posts.map(({ text }) => text);

/** A row that somebody writes by hand. */
const forgeAct = (person: string, act: NewAct, container = groupContainer(group)) => {
  pass();
  return forger(company, person).write(acts, container, company.key(), actFields(act, person));
};
const forgeMove = (person: string, post: string, value: string, change: object = {}) => {
  pass();
  const target = targetName({ kind: 'post', id: post });
  const fields = { ...markFields({ family: 'topic', target, post, value, to: '' }), ...change };
  return forger(company, person).write(
    marks,
    groupContainer(group),
    markKey('topic', target),
    fields,
  );
};

describe.each(['open', 'closed'] as const)('topics of a group that is %s', (access) => {
  beforeEach(async () => {
    if (access === 'closed') await shutGroup();
  });

  it('are kept by stewards, in the order in which they were added', async () => {
    const lunch = await add('Lunch');
    await add('Tools');
    expect(await names()).toEqual(['Lunch', 'Tools']);
    pass();
    const key = company.key();
    await company.as('ada').wall.renameTopic({ group, topic: lunch, name: 'Meals', key });
    expect(await names()).toEqual(['Meals', 'Tools']);
    pass();
    await company.as('ada').wall.dropTopic({ group, topic: lunch, key: company.key() });
    expect(await names()).toEqual(['Tools']);
  });

  it('are no member’s to keep', async () => {
    const topic = await add('Lunch');
    const as = company.as('bram').wall;
    const key = company.key();
    const refused = { tag: 'Forbidden' };
    await expect(as.addTopic({ group, name: 'Mine', key })).rejects.toMatchObject(refused);
    await expect(as.renameTopic({ group, topic, name: 'Mine', key })).rejects.toMatchObject(
      refused,
    );
    await expect(as.dropTopic({ group, topic, key })).rejects.toMatchObject(refused);
    expect(await names()).toEqual(['Lunch']);
  });

  it('are had by a post as its author says, and filter the wall', async () => {
    const [lunch, tools] = [await add('Lunch'), await add('Tools')];
    const soup = await write('Soup', lunch);
    await write('Hammer', tools);
    await write('Anything');
    expect(await topicOf(soup)).toBe('Lunch');
    expect(await textsUnder(lunch)).toEqual(['Soup']);
    expect(await textsUnder(tools)).toEqual(['Hammer']);
    expect((await wall()).posts).toHaveLength(3);
  });

  it('of a post are changed by a steward and its author, and the last word holds', async () => {
    const [lunch, tools] = [await add('Lunch'), await add('Tools')];
    const soup = await write('Soup', lunch);
    await move(soup, tools);
    expect(await textsUnder(lunch)).toEqual([]);
    expect(await textsUnder(tools)).toEqual(['Soup']);
    await move(soup, lunch, 'bram');
    expect(await topicOf(soup)).toBe('Lunch');
    await move(soup);
    expect(await topicOf(soup)).toBeUndefined();
    await expect(move(soup, lunch, 'emre')).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(move(soup, 'nothing')).rejects.toMatchObject({ tag: 'NotFound' });
    await expect(move('nothing', lunch)).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('by hand of a member are none, beside honest ones', async () => {
    const lunch = await add('Lunch');
    const soup = await write('Soup', lunch);
    await forgeAct('emre', { family: 'topic', reason: 'Buy my bike' });
    await forgeAct('emre', { family: 'topic', target: lunch, reason: 'Bikes' });
    await forgeAct('emre', { family: 'untopic', target: lunch });
    await forgeMove('emre', soup, '');
    expect(await names()).toEqual(['Lunch']);
    expect(await topicOf(soup)).toBe('Lunch');
    expect(await textsUnder(lunch)).toEqual(['Soup']);
  });
});

describe('a topic', () => {
  it('has a name of at most 24 characters in one line, which no other has', async () => {
    const refused = (name: string, reason: string) =>
      expect(add(name)).rejects.toMatchObject({ tag: 'Invalid', data: { reason } });
    await refused('  ', 'empty');
    await refused('x'.repeat(25), 'too-long');
    await add('Lunch\n run');
    expect(await names()).toEqual(['Lunch run']);
    await refused('lunch RUN', 'name-taken');
    const tools = await add('Tools');
    const renaming = { group, topic: tools, name: 'Lunch run', key: company.key() };
    await expect(company.as('ada').wall.renameTopic(renaming)).rejects.toMatchObject({
      data: { reason: 'name-taken' },
    });
    await company.as('ada').wall.renameTopic({ ...renaming, name: 'TOOLS' });
    expect(await names()).toEqual(['Lunch run', 'TOOLS']);
  });

  it('is one of twelve at most, whoever writes more', async () => {
    for (let at = 1; at <= 12; at += 1) await add(`Topic ${at}`);
    await expect(add('One more')).rejects.toMatchObject({
      data: { reason: 'too-many', limit: 12 },
    });
    await forgeAct('ada', { family: 'topic', reason: 'By hand' });
    expect(await names()).toHaveLength(12);
    expect(await names()).not.toContain('By hand');
  });

  it('may be called like a word of the interface, and is one name', async () => {
    await add('All');
    await forgeAct('ada', { family: 'topic', reason: 'all' });
    await forgeAct('ada', { family: 'topic', reason: ' Tools\n' });
    await forgeAct('ada', { family: 'topic', reason: 'x'.repeat(25) });
    await forgeAct('ada', { family: 'topic', reason: '\u200b' });
    expect(await names()).toEqual(['All']);
  });

  it('that is taken away, or never was, is none of a post', async () => {
    const lunch = await add('Lunch');
    const soup = await write('Soup', lunch);
    const other = await write('Other', 'never');
    await company.as('ada').wall.dropTopic({ group, topic: lunch, key: company.key() });
    expect(await topicOf(soup)).toBeUndefined();
    expect(await topicOf(other)).toBeUndefined();
    expect(await textsUnder(lunch)).toEqual([]);
    expect(await textsUnder('never')).toEqual([]);
  });

  it('is added once, however often it is sent', async () => {
    const input = { group, name: 'Lunch', key: company.key() };
    await company.as('ada').wall.addTopic(input);
    await company
      .as('ada')
      .wall.addTopic(input)
      .catch(() => undefined);
    expect(await names()).toEqual(['Lunch']);
  });

  it('added by two stewards at once stays, whichever came first', async () => {
    await company.as('ada').stewards.appoint({ group, person: 'chloe', key: company.key() });
    pass();
    await Promise.all([add('Lunch'), add('Tools', 'chloe')]);
    expect((await names()).toSorted()).toEqual(['Lunch', 'Tools']);
  });

  it('stays what it is when who added it is no steward any more', async () => {
    await company.as('ada').stewards.appoint({ group, person: 'chloe', key: company.key() });
    pass();
    await add('Lunch', 'chloe');
    pass();
    await company.as('ada').stewards.dismiss({ group, person: 'chloe', key: company.key() });
    await forgeAct('chloe', { family: 'topic', reason: 'Late' });
    expect(await names()).toEqual(['Lunch']);
  });

  it('is found however many rows members write, and so is what was moved there', async () => {
    const [lunch, soup] = [await add('Lunch'), await write('Soup')];
    await move(soup, lunch);
    const { store } = company.host('emre');
    for (let at = 0; at < 110; at += 1) {
      company.clock.advance(1);
      const act = actFields({ family: 'topic', reason: `Junk ${at}` }, 'emre');
      await store.insert(acts, groupContainer(group), `junk-of-emre-${at}`, act);
      const target = targetName({ kind: 'post', id: soup });
      const mark = { family: 'topic', target, post: soup, value: lunch, to: '' } as const;
      const fields = { ...markFields(mark), mark: `junk ${at}` };
      await store.insert(marks, groupContainer(group), `junk-of-emre-${at}`, fields);
    }
    expect(await names()).toEqual(['Lunch']);
    expect(await topicOf(soup)).toBe('Lunch');
    expect(await textsUnder(lunch)).toEqual(['Soup']);
  });

  it('at the desk of an open group is an owner’s by hand, and none', async () => {
    const container = deskOf(groupContainer(group));
    await add('Lunch');
    await forgeAct('daan', { family: 'topic', reason: 'Desk' }, container);
    expect(await names()).toEqual(['Lunch']);
  });
});

describe('the posts of a topic', () => {
  it('come page by page, those that were moved there in their places', async () => {
    const lunch = await add('Lunch');
    const moved: string[] = [];
    for (let at = 0; at < 30; at += 1) {
      const isMoved = at % 10 === 5;
      const id = await write(`post ${at}`, isMoved ? undefined : lunch);
      if (isMoved) moved.push(id);
    }
    for (const id of moved) await move(id, lunch);
    const found = new Map<string, number>();
    let cursor: string | undefined;
    do {
      const page = await company.as('emre').wall.topic({ group, topic: lunch, cursor, limit: 10 });
      const times = page.posts.map(({ created }) => created);
      expect(times).toEqual(times.toSorted((one, other) => other - one));
      for (const { text, created } of page.posts) found.set(text, created);
      ({ cursor } = page);
    } while (cursor !== undefined);
    expect(found.size).toBe(30);
  });

  it('of before there were topics are on the wall alone', async () => {
    const fields = { text: 'Long ago', edited: false, deleted: false, reason: '', kind: 'post' };
    await forger(company, 'bram').write(posts, groupContainer(group), 'key-of-long-ago', fields);
    const lunch = await add('Lunch');
    await write('Soup', lunch);
    expect(await textsUnder(lunch)).toEqual(['Soup']);
    const { posts: all, dropped } = await wall();
    expect(all.map(({ text }) => text)).toEqual(['Soup', 'Long ago']);
    expect(dropped).toBe(0);
  });

  it('cost the wall two reads and one question more, and nothing where there are none', async () => {
    await write('Soup');
    const asked = async (): Promise<readonly number[]> => {
      const { host, reads } = countingHost(company.host('emre'));
      await createCommunity(host).wall.read({ group });
      return reads.map(({ length }) => length);
    };
    const before = await asked();
    expect(before).toHaveLength(2);
    await add('Lunch');
    const after = await asked();
    const sum = (each: readonly number[]) => each.reduce((one, other) => one + other, 0);
    // What comes with the first act of any kind (changes of stewards, decisions, archiving), and the moves.
    expect(sum(after) - sum(before)).toBeLessThanOrEqual(4);
  });
});
