/** What stewards hide and close, what others see of it, and what members write around it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { mentionToken } from '../mentions/write-token.ts';
import { forger } from '../testing/forger.ts';
import { actFields, acts } from './acts.ts';
import type { ActRecord, NewAct } from './acts.ts';

let company: Organisation;
let group: string;
let post: string;
let comment: string;
const reason = 'names a customer';

/** Ada founded the group, Daan owns the host. Bram wrote the post, Chloé the comment on it. */
beforeEach(async () => {
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
  await write();
});

async function write(): Promise<void> {
  const { key } = company;
  post = (await company.as('bram').wall.post({ group, text: 'Foo left us', key: key() })).id;
  pass();
  const said = { group, post, text: 'Foo did?', key: key() };
  comment = (await company.as('chloe').wall.comment(said)).id;
  pass();
}

/** A closed group of Ada's with the same people. */
async function shutGroup(): Promise<void> {
  company = organisation();
  const about = { name: 'Board', purpose: '', access: 'closed' } as const;
  ({ id: group } = await company.as('ada').groups.create(about));
  for (const person of ['bram', 'chloe', 'emre']) {
    await company.as('ada').groups.admit({ group, person, role: 'member' });
  }
  await write();
}

const pass = () => company.clock.advance(minute);
const ref = () => ({ group, kind: 'post', id: post }) as const;
const answer = () => ({ group, kind: 'comment', id: comment }) as const;
const acting = async (
  by: string,
  family: 'hide' | 'show',
  message: object = ref(),
  why = reason,
) => {
  const input = { ...message, reason: why, key: company.key() };
  await company.as(by).stewards[family](input as never);
  pass();
};
const closing = async (by: string, family: 'close' | 'reopen', why = 'all is said') => {
  await company.as(by).stewards[family]({ group, post, reason: why, key: company.key() });
  pass();
};
const seenBy = async (person: string) => {
  const { posts } = await company.as(person).wall.read({ group });
  const found = posts.find(({ id }) => id === post);
  if (!found) throw new Error('The post is not on the wall.');
  return found;
};

describe('a hidden post', () => {
  it('is a line with the reason to readers, and whole to its author and to stewards', async () => {
    await acting('ada', 'hide');
    const hidden = { by: { id: 'ada' }, reason };
    expect(await seenBy('emre')).toMatchObject({ text: '', hidden });
    expect(await seenBy('bram')).toMatchObject({ text: 'Foo left us', hidden });
    expect(await seenBy('ada')).toMatchObject({ text: 'Foo left us', hidden });
    expect(await seenBy('daan')).toMatchObject({ text: 'Foo left us', hidden });
  });

  it('is in no answer to a reader: no history, no list of what is new', async () => {
    const { version } = await seenBy('bram');
    await company.as('bram').wall.edit({ ...ref(), text: 'Foo leaves us', version });
    pass();
    expect(await company.as('emre').wall.history(ref())).toHaveLength(1);
    await acting('ada', 'hide');
    expect(await company.as('emre').wall.history(ref())).toEqual([]);
    expect(await company.as('bram').wall.history(ref())).toHaveLength(1);
    const { posts } = await company.as('emre').wall.newest({ groups: [group] });
    expect(posts).toEqual([]);
  });

  it('is shown again by a steward, and stays hidden whatever its author writes into it', async () => {
    await acting('ada', 'hide');
    const { version } = await seenBy('bram');
    await company.as('bram').wall.edit({ ...ref(), text: 'Somebody left us', version });
    pass();
    expect((await seenBy('emre')).text).toBe('');
    expect((await seenBy('ada')).text).toBe('Somebody left us');
    await acting('ada', 'show', ref(), '');
    expect(await seenBy('emre')).not.toHaveProperty('hidden');
  });

  it('is hidden by owners of the host too, with whom nobody need have acted before', async () => {
    await acting('daan', 'hide');
    expect(await seenBy('emre')).toMatchObject({ text: '', hidden: { by: { id: 'daan' } } });
  });

  it('stays hidden once who hid it is a steward no more', async () => {
    await company.as('ada').stewards.appoint({ group, person: 'chloe', key: company.key() });
    pass();
    await acting('chloe', 'hide');
    await company.as('ada').stewards.dismiss({ group, person: 'chloe', key: company.key() });
    pass();
    expect((await seenBy('emre')).text).toBe('');
    await acting('ada', 'show', ref(), '');
    expect((await seenBy('emre')).text).toBe('Foo left us');
  });

  it('needs a reason of three words', async () => {
    await expect(acting('ada', 'hide', ref(), 'two words')).rejects.toMatchObject({
      data: { reason: 'too-few-words', limit: 3 },
    });
  });

  it('is never one’s own, nor shown by its author', async () => {
    await company.as('ada').stewards.appoint({ group, person: 'bram', key: company.key() });
    pass();
    await expect(acting('bram', 'hide')).rejects.toMatchObject({ tag: 'Forbidden' });
    await acting('ada', 'hide');
    await expect(acting('bram', 'show', ref(), '')).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('is hidden by no member', async () => {
    await expect(acting('emre', 'hide')).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(acting('emre', 'show')).rejects.toMatchObject({ tag: 'Forbidden' });
  });
});

describe('a hidden comment', () => {
  it('is given without its words on the wall and below it', async () => {
    await acting('ada', 'hide', answer());
    const [onWall] = (await seenBy('emre')).comments;
    expect(onWall).toMatchObject({ text: '', hidden: { reason } });
    const { comments } = await company.as('emre').wall.comments({ group, post });
    expect(comments[0]).toMatchObject({ text: '', hidden: { reason } });
    expect((await seenBy('chloe')).comments[0]?.text).toBe('Foo did?');
  });

  it('is not shown as the answer that solved a question', async () => {
    const { key } = company;
    const asked = { group, text: 'Who left?', key: key(), kind: 'question' } as const;
    post = (await company.as('bram').wall.post(asked)).id;
    const said = { group, post, text: 'Foo did', key: key() };
    comment = (await company.as('chloe').wall.comment(said)).id;
    await company.as('bram').wall.accept({ group, post, comment });
    pass();
    expect((await seenBy('emre')).accepted?.text).toBe('Foo did');
    await acting('ada', 'hide', answer());
    expect(JSON.stringify(await seenBy('emre'))).not.toContain('Foo did');
  });
});

describe('in a closed group', () => {
  beforeEach(shutGroup);

  it('stewards hide at the desk, and members believe nobody else', async () => {
    await acting('ada', 'hide');
    expect(await seenBy('emre')).toMatchObject({ text: '', hidden: { by: { id: 'ada' } } });
    await expect(acting('emre', 'show')).rejects.toMatchObject({ tag: 'Forbidden' });
    await forge('emre', { family: 'show' });
    await forge('ada', { family: 'show' });
    expect((await seenBy('emre')).text).toBe('');
  });

  it('the author of a post closes its conversation', async () => {
    await closing('bram', 'close');
    expect(await seenBy('emre')).toMatchObject({ closed: { by: { id: 'bram' } } });
    await forge('emre', { family: 'reopen' });
    expect(await seenBy('emre')).toHaveProperty('closed');
  });
});

describe('a closed conversation', () => {
  it('says who closed it and why, and is opened again', async () => {
    await closing('ada', 'close');
    const closed = { by: { id: 'ada' }, reason: 'all is said' };
    expect(await seenBy('emre')).toMatchObject({ closed });
    await closing('bram', 'reopen', '');
    expect(await seenBy('emre')).not.toHaveProperty('closed');
  });

  it('keeps what came later from everybody but who wrote it', async () => {
    await closing('bram', 'close');
    const late = { group, post, text: 'Too late', key: company.key() };
    await company.as('emre').wall.comment(late);
    pass();
    const texts = async (person: string) =>
      (await seenBy(person)).comments.map(({ text, late: isLate }) => [text, isLate]);
    expect(await texts('chloe')).toEqual([['Foo did?', undefined]]);
    expect(await texts('emre')).toEqual([
      ['Foo did?', undefined],
      ['Too late', 'closed'],
    ]);
    const { comments } = await company.as('chloe').wall.comments({ group, post });
    expect(comments).toHaveLength(1);
  });

  it('is closed by no other member', async () => {
    await expect(closing('emre', 'close')).rejects.toMatchObject({ tag: 'Forbidden' });
  });
});

/** An act that somebody writes by hand. */
const forge = async (by: string, act: NewAct, more: Partial<ActRecord['fields']> = {}) => {
  const whole = actFields({ post, target: `post:${post}`, reason, ...act }, by);
  await forger(company, by).write(acts, groupContainer(group), company.key(), {
    ...whole,
    ...more,
  });
  pass();
};

describe('a member who writes by hand', () => {
  it('hides nothing, shows nothing and closes nothing', async () => {
    for (const family of ['hide', 'close'] as const) await forge('emre', { family });
    expect(await seenBy('chloe')).toMatchObject({ text: 'Foo left us' });
    expect(await seenBy('chloe')).not.toHaveProperty('closed');
    await acting('ada', 'hide');
    await forge('emre', { family: 'show' });
    await forge('bram', { family: 'show' });
    expect(await seenBy('chloe')).toMatchObject({ text: '', hidden: { by: { id: 'ada' } } });
  });

  it('decides nothing who is a steward no more, whatever they say of when', async () => {
    await company.as('ada').stewards.appoint({ group, person: 'emre', key: company.key() });
    pass();
    await company.as('ada').stewards.dismiss({ group, person: 'emre', key: company.key() });
    pass();
    await forge('emre', { family: 'hide' });
    expect((await seenBy('chloe')).text).toBe('Foo left us');
  });

  it('changes nothing later in an act from when they were one', async () => {
    await company.as('ada').stewards.appoint({ group, person: 'emre', key: company.key() });
    pass();
    await forge('emre', { family: 'hide' }, { post: '404', target: 'post:404' });
    await company.as('ada').stewards.dismiss({ group, person: 'emre', key: company.key() });
    pass();
    const { store } = company.host('emre');
    const [{ records }] = await store.read([
      {
        kind: 'rows',
        collection: acts,
        container: groupContainer(group),
        index: 'byFamily',
        eq: 'hide',
        order: 'ascending',
        limit: 9,
      },
    ]);
    await store.update(acts, records[0] as ActRecord, { post, target: `post:${post}` });
    pass();
    expect((await seenBy('chloe')).text).toBe('Foo left us');
  });

  it('does not bury what stewards decided', async () => {
    await acting('ada', 'hide');
    for (let at = 0; at < 130; at += 1) await forge('emre', { family: 'show' });
    expect((await seenBy('chloe')).text).toBe('');
    await acting('ada', 'show', ref(), '');
    for (let at = 0; at < 130; at += 1) await forge('emre', { family: 'hide' });
    expect((await seenBy('chloe')).text).toBe('Foo left us');
  });

  it('breaks no wall by acts of strange shapes', async () => {
    await forge('emre', { family: 'hide' }, { post: 7, target: null, person: {} } as never);
    await forge('emre', { family: 'hide' }, { family: 'burn', appointer: 'ada' } as never);
    expect((await seenBy('chloe')).text).toBe('Foo left us');
  });
});

describe('what waits for somebody', () => {
  const said = async (by: string) => {
    const text = `Look, ${mentionToken('emre')}`;
    const { id } = await company.as(by).wall.comment({ group, post, text, key: company.key() });
    pass();
    return id;
  };
  const waiting = async () =>
    (await company.as('emre').catchUp.forYou()).lines.map(({ message }) => message.id);

  it('leaves out what came after its post’s author closed the conversation', async () => {
    await closing('bram', 'close');
    await said('chloe');
    expect(await waiting()).toEqual([]);
  });

  it('is kept from nobody by who comments on a post and closes it by hand', async () => {
    const first = await said('daan');
    const act = { family: 'close', post, target: `post:${post}`, reason } as const;
    await forger(company, 'daan').write(
      acts,
      groupContainer(group),
      'close',
      actFields(act, 'daan'),
    );
    pass();
    const second = await said('chloe');
    expect(await waiting()).toEqual([second, first]);
  });

  it('leaves out what is hidden', async () => {
    const { key } = company;
    const reply = { group, post, text: 'Foo is back', key: key(), parent: comment };
    const { id } = await company.as('bram').wall.comment(reply);
    await company.as('chloe').groups.join({ group });
    pass();
    const { lines } = await company.as('chloe').catchUp.forYou();
    expect(lines.map(({ text }) => text)).toEqual(['Foo is back']);
    await acting('ada', 'hide', { group, kind: 'comment', id });
    expect((await company.as('chloe').catchUp.forYou()).lines).toEqual([]);
  });
});
