/** Posts that stand above a wall, as stewards say, and what members write around it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { deskOf, groupContainer } from '../kernel/container.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { forger } from '../testing/forger.ts';
import { markFields, markKey, marks } from './marks.ts';
import { targetName } from './message.ts';
import { pinnedFor } from './pins.ts';

const day = 24 * 60 * minute;
let company: Organisation;
let group: string;
let post: string;

beforeEach(async () => {
  // Daan owns the host; Ada founded the group.
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  post = await write('bram', 'Where we eat');
});

async function write(person: string, text: string): Promise<string> {
  company.clock.advance(minute);
  return (await company.as(person).wall.post({ group, text, key: company.key() })).id;
}

const pin = async (person: string, pinned = true, which = post): Promise<void> => {
  company.clock.advance(minute);
  await company.as(person).wall.pin({ group, post: which, pinned });
};
const change = async (act: 'appoint' | 'dismiss', person: string): Promise<void> => {
  company.clock.advance(minute);
  await company.as('ada').stewards[act]({ group, person, key: company.key() });
};
const pins = async (reader = 'emre') => (await company.as(reader).wall.read({ group })).pins ?? [];
const pinned = async () => (await pins()).map((view) => view.post);

/** A row that somebody writes by hand. */
const forge = (
  person: string,
  { of = post, value = String(company.clock.now() + day), container = groupContainer(group) } = {},
) => {
  const target = targetName({ kind: 'post', id: of });
  const fields = markFields({ family: 'pin', target, post: of, value, to: '' });
  return forger(company, person).write(marks, container, markKey('pin', target), fields);
};

/** Many pins of posts that are not there. */
async function forgeMany(person: string, count: number): Promise<void> {
  const { store } = company.host(person);
  for (let at = 0; at < count; at += 1) {
    company.clock.advance(1);
    const target = targetName({ kind: 'post', id: `none-${at}` });
    const value = String(company.clock.now() + day);
    const fields = markFields({ family: 'pin', target, post: `none-${at}`, value, to: '' });
    await store.insert(marks, groupContainer(group), markKey('pin', target), fields);
  }
}

describe('a pin', () => {
  it('lets a post stand above the wall, with its author, who says so and until when', async () => {
    await pin('ada');
    const until = company.clock.now() + pinnedFor;
    expect(await pins()).toMatchObject([
      { post, text: 'Where we eat', author: { id: 'bram' }, by: { id: 'ada' }, until },
    ]);
  });

  it('ends by itself after 30 days, and counts anew when it is renewed', async () => {
    await pin('ada');
    company.clock.advance(29 * day);
    expect(await pinned()).toEqual([post]);
    await pin('ada');
    company.clock.advance(29 * day);
    expect(await pinned()).toEqual([post]);
    company.clock.advance(day);
    expect(await pinned()).toEqual([]);
  });

  it('is taken back by any steward, and goes with its post', async () => {
    await pin('ada');
    await change('appoint', 'chloe');
    await pin('chloe', false);
    expect(await pinned()).toEqual([]);
    await pin('ada');
    expect(await pinned()).toEqual([post]);
    const [view] = (await company.as('bram').wall.read({ group })).posts;
    const { version = '' } = view ?? {};
    const message = { group, kind: 'post', id: post } as const;
    await company.as('bram').wall.remove({ ...message, version, reason: '' });
    expect(await pinned()).toEqual([]);
  });

  it('of a fourth post by two stewards at once leaves the three last ones, for everybody', async () => {
    await change('appoint', 'chloe');
    const more = [post];
    for (const text of ['Two', 'Three', 'Four', 'Five']) more.push(await write('bram', text));
    const [one = '', two = '', three = '', four = '', five = ''] = more;
    for (const which of [one, two, three]) await pin('ada', true, which);
    company.clock.advance(minute);
    await Promise.all([
      company.as('ada').wall.pin({ group, post: four, pinned: true }),
      company.as('chloe').wall.pin({ group, post: five, pinned: true }),
    ]);
    const shown = await pinned();
    expect(shown).toHaveLength(3);
    expect(shown).toEqual(expect.arrayContaining([three, four, five]));
    expect(shown).toEqual((await pins('ada')).map((view) => view.post));
  });

  it('is refused to who is no steward, an owner of the host included, and for no post', async () => {
    await expect(pin('bram')).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(pin('daan')).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(pin('ada', true, 'nothing')).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('does not show what stewards hid, however many members pin by hand', async () => {
    await pin('ada');
    company.clock.advance(minute);
    const hiding = { group, kind: 'post', id: post, reason: 'names a customer' } as const;
    await company.as('ada').stewards.hide({ ...hiding, key: company.key() });
    expect(await pinned()).toEqual([]);
    await forgeMany('emre', 70);
    expect(await pinned()).toEqual([]);
  });

  it('is not shown of somebody whom the reader would rather not see', async () => {
    await pin('ada');
    await company.as('emre').preferences.block({ person: 'bram' });
    expect(await pinned()).toEqual([]);
    expect(await pins('chloe')).toHaveLength(1);
  });
});

describe('pins by hand', () => {
  it('A1: of a member count for nobody, beside an honest one', async () => {
    const other = await write('emre', 'Buy my bike');
    await pin('ada');
    company.clock.advance(minute);
    await forge('emre', { of: other });
    await forge('emre', { value: '' });
    expect(await pinned()).toEqual([post]);
  });

  it('A2: until 2099 count for 30 days', async () => {
    await forge('ada', { value: String(Date.UTC(2099, 0, 1)) });
    expect(await pins()).toMatchObject([{ until: company.clock.now() + pinnedFor }]);
    company.clock.advance(30 * day);
    expect(await pinned()).toEqual([]);
  });

  it('of a steward who was dismissed count if they were written before', async () => {
    await change('appoint', 'chloe');
    await pin('chloe');
    await change('dismiss', 'chloe');
    const other = await write('bram', 'Two');
    await forge('chloe', { of: other });
    expect(await pinned()).toEqual([post]);
    await expect(pin('chloe', false)).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('at the desk are by who may write there alone', async () => {
    const container = deskOf(groupContainer(group));
    await expect(forge('emre', { container })).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('of many members hide no pin of a steward', async () => {
    await pin('ada');
    await forgeMany('emre', 70);
    expect(await pinned()).toEqual([post]);
  });

  it.each(['soon', '-1', '1e99', 'Infinity'])('that say «%s» pin nothing', async (value) => {
    await forge('ada', { value });
    expect(await pinned()).toEqual([]);
  });
});

describe('pins of a closed group', () => {
  it('lie at its desk, and what members write into the group itself pins nothing', async () => {
    // Where the host has owners, they make closed groups.
    company = organisation(directoryPeople);
    const closed = { name: 'Board', purpose: '', access: 'closed' } as const;
    ({ id: group } = await company.as('ada').groups.create(closed));
    post = await write('ada', 'Agenda');
    await forge('ada');
    expect(await pins('ada')).toEqual([]);
    await pin('ada');
    expect((await pins('ada')).map((view) => view.post)).toEqual([post]);
  });
});
