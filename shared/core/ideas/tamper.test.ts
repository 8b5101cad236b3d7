/** Rows about ideas that somebody writes, changes or takes away by hand. */
import { beforeEach, describe, expect, it } from 'vitest';
import { deskOf, groupContainer } from '../kernel/container.ts';
import { byIds } from '../kernel/query.ts';
import { forger, malformed } from '../testing/forger.ts';
import { day, directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { markFields, markKey, marks } from '../wall/marks.ts';
import { posts, targetName } from '../wall/message.ts';
import { fates } from './collection.ts';
import type { FateRecord } from './collection.ts';

let company: Organisation;
let group: string;
let post: string;

beforeEach(() => openGroup());

async function openGroup(): Promise<void> {
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  await putForward();
}
async function shutGroup(): Promise<void> {
  company = organisation();
  const about = { name: 'Board', purpose: '', access: 'closed' } as const;
  ({ id: group } = await company.as('ada').groups.create(about));
  for (const person of ['bram', 'emre'])
    await company.as('ada').groups.admit({ group, person, role: 'member' });
  await putForward();
}
async function putForward(): Promise<void> {
  const idea = { group, text: 'Rye', unsure: false, key: company.key() };
  ({ id: post } = await company.as('bram').ideas.putForward(idea));
  company.clock.advance(minute);
}

const why = 'because I say so here';
const fieldsOf = (change: Partial<FateRecord['fields']>): FateRecord['fields'] => ({
  post,
  state: 'adopted',
  who: '',
  again: 0,
  why,
  ...change,
});
function forge(person: string, change: Partial<FateRecord['fields']> = {}, place?: string) {
  company.clock.advance(minute);
  const container = place ?? groupContainer(group);
  return forger(company, person).write(fates, container, company.key(), fieldsOf(change));
}
const decide = (state: 'talked' | 'adopted') => {
  company.clock.advance(minute);
  const input = { group, post, state, reason: why, key: company.key() };
  return company.as('ada').ideas.decide(input);
};
const idea = (person = 'emre') => company.as(person).ideas.one({ group, post });
const stateOf = async () => (await idea()).fate.state;

/** The rows about the idea, as a host holds them. */
async function rowsOf(person: string, place = groupContainer(group)) {
  const { store } = company.host(person);
  const of = {
    container: place,
    index: 'byPost',
    eq: post,
    order: 'ascending',
    limit: 100,
  } as const;
  const [{ records }] = await store.read([{ kind: 'rows', collection: fates, ...of }]);
  return records;
}

describe.each(['open', 'closed'] as const)('in a group that is %s', (access) => {
  const place = () => (access === 'open' ? groupContainer(group) : deskOf(group));
  beforeEach(() => (access === 'closed' ? shutGroup() : undefined));

  it('a member adopts their own idea, or a colleague’s: dropped, beside the honest row', async () => {
    await forge('bram');
    await forge('emre');
    expect(await stateOf()).toBe('forward');
    await decide('talked');
    await forge('bram');
    await forge('emre', { state: 'notNow', again: company.clock.now() + day });
    expect((await idea()).fate).toMatchObject({ state: 'talked', steps: [{ state: 'talked' }] });
  });

  it('a member takes a colleague’s idea back: dropped', async () => {
    await forge('emre', { state: 'withdrawn' });
    expect(await stateOf()).toBe('forward');
  });

  it('a steward takes a decision away: what was before is back, and it is said', async () => {
    await decide('talked');
    await decide('adopted');
    expect(await idea()).not.toHaveProperty('fate.changed');
    const rows = await rowsOf('ada', place());
    const adopted = rows.find(({ fields }) => fields.state === 'adopted');
    if (adopted) await company.host('ada').store.remove(fates, adopted);
    expect((await idea()).fate).toMatchObject({
      state: 'talked',
      changed: { by: { name: 'Ada Lindqvist' } },
    });
  });

  it('a steward takes a decision and their note of it away: another steward who decided noted it, too', async () => {
    if (access === 'open') {
      await company.as('ada').stewards.appoint({ group, person: 'emre', key: company.key() });
    } else {
      await company.as('ada').groups.admit({ group, person: 'emre', role: 'steward' });
    }
    await decide('adopted');
    company.clock.advance(minute);
    const input = { group, post, state: 'talked', reason: why, key: company.key() } as const;
    await company.as('emre').ideas.decide(input);
    expect(await idea('bram')).not.toHaveProperty('fate.changed');
    const { store } = company.host('ada');
    for (const row of await rowsOf('ada', place()))
      if (row.author === 'ada') await store.remove(fates, row);
    expect((await idea('bram')).fate).toMatchObject({
      state: 'talked',
      steps: [{ by: { id: 'emre' } }],
      changed: { by: { id: 'ada' } },
    });
  });

  it('a note tells of nobody but who decided: one about a row that never was is dropped', async () => {
    await decide('talked');
    await forge('emre', { state: 'noted', why: 'a row that never was', who: 'ada' });
    expect(await idea('bram')).not.toHaveProperty('fate.changed');
  });

  it('a steward changes the words of a decision by hand: it is said', async () => {
    await decide('talked');
    company.clock.advance(day);
    const [row] = await rowsOf('ada', place());
    const fields = { why: 'nobody ever said this here' };
    if (row) await company.host('ada').store.update(fates, row, fields);
    const { fate } = await idea();
    expect(fate.steps[0]?.why).toBe(fields.why);
    expect(fate.changed?.by.id).toBe('ada');
  });

  it('malformed rows and forged states change nothing and break nothing', async () => {
    for (const fields of malformed) {
      const row = { ...(Object(fields) as object), post };
      await forger(company, 'emre').write(fates, groupContainer(group), company.key(), row);
    }
    const forged = [{ state: 'loved' }, { why: 'too few' }, { again: -1 }, { who: 'emre' }];
    for (const change of forged) {
      await forger(company, 'ada').write(fates, place(), company.key(), fieldsOf(change));
    }
    expect((await idea()).fate).toEqual({
      state: 'forward',
      since: (await idea()).created,
      steps: [],
    });
  });

  it('a member would try an idea twice, or an author their own: one voice, and none', async () => {
    const target = targetName({ kind: 'post', id: post });
    const mark = markFields({ family: 'tried', target, post, value: '1', to: 'bram' });
    const container = groupContainer(group);
    for (const key of [markKey('tried', target), 'another key of theirs', 'one more key'])
      await forger(company, 'emre').write(marks, container, key, mark);
    await forger(company, 'bram').write(marks, container, markKey('tried', target), mark);
    const { tried, triedBy } = await idea();
    expect({ tried, names: triedBy.map(({ id }) => id) }).toEqual({ tried: 1, names: ['emre'] });
    expect((await idea('bram')).triedByMe).toBe(false);
  });
});

describe('in an open group', () => {
  it('somebody who is a steward of another group decides here: dropped', async () => {
    const { id: other } = await company.as('emre').groups.create({ name: 'Mine', purpose: '' });
    await forge('emre', {}, groupContainer(other));
    await forge('emre');
    expect(await stateOf()).toBe('forward');
  });

  it('an owner of the host writes at the desk by hand: they appoint themselves first', async () => {
    await forge('daan', {}, deskOf(groupContainer(group)));
    expect(await stateOf()).toBe('forward');
  });

  it('a former steward decides: dropped', async () => {
    await company.as('ada').stewards.appoint({ group, person: 'chloe', key: company.key() });
    company.clock.advance(minute);
    await company.as('ada').stewards.dismiss({ group, person: 'chloe', key: company.key() });
    await forge('chloe');
    expect(await stateOf()).toBe('forward');
  });

  it('hundreds of rows of one colleague hide no decision', async () => {
    await decide('talked');
    const { store } = company.host('emre');
    for (let at = 0; at < 300; at += 1) {
      await store.insert(fates, groupContainer(group), `junk-of-emre-${at}`, fieldsOf({}));
    }
    expect(await stateOf()).toBe('talked');
    expect((await company.as('bram').ideas.read({ group })).ideas[0]?.fate.state).toBe('talked');
  });

  it('a row that calls itself an idea is one, and one that calls itself something else is a post', async () => {
    const fields = { text: 'By hand', edited: false, deleted: false, reason: '', topic: '' };
    const container = groupContainer(group);
    for (const kind of ['idea', 'decree'])
      await forger(company).write(posts, container, company.key(), { ...fields, kind });
    const { ideas, dropped } = await company.as('ada').ideas.read({ group });
    expect({ dropped, texts: ideas.map(({ text }) => text).toSorted() }).toEqual({
      dropped: 0,
      texts: ['By hand', 'Rye'],
    });
    const wall = await company.as('ada').wall.read({ group });
    expect(wall.posts.map(({ kind }) => kind)).toEqual([undefined, 'idea', 'idea']);
  });
});

it('in a closed group a former member’s row is out of reach, and members write at no desk', async () => {
  await shutGroup();
  await expect(forge('emre', {}, deskOf(group))).rejects.toMatchObject({ tag: 'Forbidden' });
  await company.as('ada').groups.expel({ group, person: 'emre' });
  await expect(forge('emre')).rejects.toMatchObject({ tag: 'Forbidden' });
  await expect(
    company.host('emre').store.read([byIds(fates, groupContainer(group), ['1'])]),
  ).rejects.toMatchObject({ tag: 'Forbidden' });
});
