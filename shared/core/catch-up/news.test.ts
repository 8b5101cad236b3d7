/** What was decided and what is worth a look, for who catches up. */
import { beforeEach, describe, expect, it } from 'vitest';
import { day, minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation & { readonly group: string };
let group: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
  for (const person of ['bram', 'chloe', 'emre']) await company.as(person).groups.join({ group });
});

const pass = (time = minute) => company.clock.advance(time);
const news = (person = 'bram', asked = {}) => company.as(person).catchUp.news(asked);
const done = async (person = 'bram') =>
  company.as(person).catchUp.seen({ until: (await news(person)).until });
const words = async (person = 'bram') => {
  const { decided, worth } = await news(person);
  return [...decided, ...worth].map(({ kind, text }) => `${kind}: ${text}`);
};

async function idea(by: string, text: string, within = group): Promise<string> {
  pass();
  const input = { group: within, text, unsure: false, key: company.key() };
  return (await company.as(by).ideas.putForward(input)).id;
}
async function adopt(post: string, within = group): Promise<void> {
  pass();
  const input = { group: within, post, state: 'adopted', key: company.key() } as const;
  await company.as('ada').ideas.decide({ ...input, reason: 'because everybody wants to try it' });
}
async function question(by: string, text: string, within = group): Promise<string> {
  pass();
  const input = { group: within, text, kind: 'question', key: company.key() } as const;
  return (await company.as(by).wall.post(input)).id;
}
async function answer(post: string, by: string, within = group): Promise<string> {
  pass();
  const input = { group: within, post, text: 'I know', key: company.key() };
  return (await company.as(by).wall.comment(input)).id;
}
async function solve(by: string, text: string, solver: string, within = group) {
  const post = await question(by, text, within);
  const comment = await answer(post, solver, within);
  pass();
  await company.as(by).wall.accept({ group: within, post, comment });
  return { post, comment };
}
async function publish(by: string, title: string, within = group): Promise<void> {
  pass();
  const cover = { colour: 'teal', icon: 'book' } as const;
  const article = { title, lead: 'A lead.', text: 'Words.', cover, series: '' };
  await company.as(by).blog.publish({ group: within, key: company.key(), ...article });
}

describe('what was decided', () => {
  it('is what became of ideas, one’s own first, with the reason, who decided and where', async () => {
    await adopt(await idea('bram', 'Rye on Fridays'));
    await adopt(await idea('chloe', 'Later lunch'));
    const { decided, seen } = await news();
    expect(seen).toBeUndefined();
    expect(decided).toMatchObject([
      {
        kind: 'decision',
        text: 'Rye on Fridays',
        mine: true,
        state: 'adopted',
        why: 'because everybody wants to try it',
        by: { name: 'Ada Lindqvist' },
        group: { id: group, name: 'Lunch run' },
      },
      { kind: 'decision', text: 'Later lunch' },
    ]);
    expect(await words('daan')).toEqual([]);
  });

  it('is an answer of one’s own that solved a question', async () => {
    await solve('chloe', 'Who has the key?', 'bram');
    expect(await words()).toEqual(['settled: Who has the key?']);
    expect((await news('chloe')).decided).toEqual([]);
  });

  it('is not what one decided or took back oneself', async () => {
    const post = await idea('chloe', 'Later lunch');
    await adopt(post);
    expect(await words('ada')).toEqual([]);
    const other = await idea('chloe', 'Earlier lunch');
    pass();
    const reason = 'it was not so good after all';
    await company.as('chloe').ideas.withdraw({ group, post: other, reason, key: company.key() });
    expect(await words()).toEqual(['decision: Later lunch']);
  });
});

describe('what is worth a look', () => {
  it('is what helped most, then the newest, one of each group', async () => {
    const { id: running } = await company.as('ada').groups.create({ name: 'Running', purpose: '' });
    await company.as('bram').groups.join({ group: running });
    const { post, comment } = await solve('chloe', 'Where are the shoes?', 'ada', running);
    await company.as('emre').wall.helped({ group: running, post, comment, helped: true });
    await solve('chloe', 'Who has the key?', 'ada');
    await solve('chloe', 'Who has the other key?', 'ada');
    expect(await words()).toEqual([
      'solved: Where are the shoes?',
      'solved: Who has the other key?',
    ]);
    expect((await news()).worth[0]).toMatchObject({ helped: 1, group: { name: 'Running' } });
  });

  it('is first what is about a topic of one’s own', async () => {
    const { id: running } = await company.as('ada').groups.create({ name: 'Running', purpose: '' });
    await company.as('bram').groups.join({ group: running });
    const profile = { about: '', askMeAbout: ['rye bread'], interests: ['or'] };
    await company.as('bram').card.update(profile);
    await solve('chloe', 'Where does Rye Bread go?', 'ada', running);
    await solve('chloe', 'What is it for?', 'ada');
    expect((await news()).worth).toMatchObject([
      { topic: 'rye bread' },
      { text: 'What is it for?' },
    ]);
    expect((await news()).worth[1]).not.toHaveProperty('topic');
  });

  it('is a new article of who one follows, and of nobody else', async () => {
    await publish('chloe', 'What the oven taught me');
    expect(await words()).toEqual([]);
    await company.as('bram').blog.subscribe({ writer: 'chloe' });
    expect(await words()).toEqual(['published: What the oven taught me']);
  });
});

describe('news', () => {
  it('is over once it was seen, on all devices; what comes then is new', async () => {
    await adopt(await idea('chloe', 'Later lunch'));
    await done();
    expect(await words()).toEqual([]);
    await adopt(await idea('chloe', 'Earlier lunch'));
    expect(await words()).toEqual(['decision: Earlier lunch']);
    expect((await news('emre')).decided).toHaveLength(2);
  });

  it('is moved back by nobody: an older page that is done changes nothing', async () => {
    const { until } = await news();
    await adopt(await idea('chloe', 'Later lunch'));
    await done();
    await company.as('bram').catchUp.seen({ until });
    expect(await words()).toEqual([]);
    expect((await news('bram', { since: until })).decided).toHaveLength(1);
  });

  it('is nothing older than 14 days', async () => {
    await adopt(await idea('chloe', 'Later lunch'));
    pass(15 * day);
    expect(await words()).toEqual([]);
  });

  it('is nothing of a muted group, of somebody who is blocked, or that is hidden', async () => {
    const post = await idea('chloe', 'Later lunch');
    await adopt(post);
    await solve('emre', 'Who has the key?', 'ada');
    await company.as('bram').preferences.block({ person: 'emre' });
    expect(await words()).toEqual(['decision: Later lunch']);
    const reason = 'this is not for here';
    await company
      .as('ada')
      .stewards.hide({ group, kind: 'post', id: post, reason, key: company.key() });
    expect(await words()).toEqual([]);
    expect((await news('emre')).worth).toEqual([]);
  });

  it('of closed groups comes when it is asked for', async () => {
    const about = { name: 'Board', purpose: '', access: 'closed' } as const;
    const { id } = await company.as('ada').groups.create(about);
    for (const person of ['bram', 'chloe'])
      await company.as('ada').groups.admit({ group: id, person, role: 'member' });
    await adopt(await idea('chloe', 'Longer meetings', id), id);
    expect(await words()).toEqual([]);
    expect((await news('bram', { closed: true })).decided).toMatchObject([
      { text: 'Longer meetings' },
    ]);
    expect((await news('emre', { closed: true })).decided).toEqual([]);
  });
});
