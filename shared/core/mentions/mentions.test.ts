import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { rows } from '../kernel/query.ts';
import { day, minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { comments } from '../wall/message.ts';
import { mentions } from './collection.ts';
import { mentionToken } from './write-token.ts';

let company: Organisation & { readonly group: string };
beforeEach(async () => {
  company = await organisationWithGroup();
});

const to = mentionToken;
const post = (by: string, text: string, key = company.key()) =>
  company.as(by).wall.post({ group: company.group, text, key });

/** The rows of those whom messages mention. */
async function rowsOf(person: string): Promise<readonly string[]> {
  const [{ records }] = await company.host('daan').store.read([
    rows(mentions, {
      container: groupContainer(company.group),
      index: 'byPerson',
      eq: person,
      order: 'ascending',
      limit: 100,
    }),
  ]);
  return records.map(({ fields }) => fields.target);
}

describe('a message that mentions colleagues', () => {
  it('says their names to all who read it, with its answers', async () => {
    const { id, mentions: named } = await post('ada', `Ask ${to('bram')} or ${to('daan')}`);
    expect(named?.map(({ name }) => name)).toEqual(['Bram de Wit', 'Daan Visser']);
    const answer = {
      group: company.group,
      post: id,
      text: `No, ${to('left')}`,
      key: company.key(),
    };
    const comment = await company.as('bram').wall.comment(answer);
    expect(comment.mentions).toMatchObject([{ name: 'Lena Farewell', active: false }]);
    const { posts } = await company.as('chloe').wall.read({ group: company.group });
    expect(posts[0]?.mentions?.map(({ id: person }) => person)).toEqual(['bram', 'daan']);
    expect(posts[0]?.comments[0]?.mentions).toHaveLength(1);
    const { comments: all } = await company
      .as('chloe')
      .wall.comments({ group: company.group, post: id });
    expect(all[0]?.mentions).toHaveLength(1);
    const newest = await company.as('chloe').wall.newest({ groups: [company.group] });
    expect(newest.posts[0]?.mentions).toHaveLength(2);
  });

  it('says nothing of people whom nobody knows', async () => {
    const { mentions: unknown } = await post('ada', 'Ask @[nobody]');
    expect(unknown).toEqual([{ id: 'nobody', name: '', active: false }]);
    expect(await post('ada', 'Ask Bram')).not.toHaveProperty('mentions');
  });

  it('has a row for each of them, once, and none for its author', async () => {
    const { id } = await post('ada', `${to('bram')}, ${to('ada')}, ${to('bram')}`);
    expect(await rowsOf('bram')).toEqual([`post:${id}`]);
    expect(await rowsOf('ada')).toEqual([]);
  });

  it('has its rows after a repeat, where the first attempt wrote the message alone', async () => {
    const { store } = company.host('ada');
    const key = company.key();
    const text = `Soup, ${to('bram')}`;
    const blank = { edited: false, deleted: false, reason: '', topic: '', unsure: false };
    const fields = { ...blank, text, kind: 'post' };
    const { posts } = await import('../wall/message.ts');
    await store.insert(posts, groupContainer(company.group), key, fields);
    expect(await rowsOf('bram')).toEqual([]);
    await post('ada', text, key);
    await post('ada', text, key);
    expect(await rowsOf('bram')).toHaveLength(1);
  });

  it('has them still after an edit, with its history, and gets those of new people', async () => {
    const { id, version } = await post('ada', `Soup, ${to('bram')}`);
    company.clock.advance(day);
    const message = { group: company.group, kind: 'post', id } as const;
    const edit = { ...message, text: `Soup, ${to('daan')}`, version };
    const { mentions: named } = await company.as('ada').wall.edit(edit);
    await company.as('ada').wall.edit(edit);
    expect(named?.map(({ id: person }) => person)).toEqual(['daan']);
    expect([await rowsOf('bram'), await rowsOf('daan')]).toEqual([[`post:${id}`], [`post:${id}`]]);
  });

  it('loses those of a draft that was changed before it was sent again', async () => {
    const key = company.key();
    await post('ada', `Soup, ${to('bram')}`, key);
    company.clock.advance(minute);
    await post('ada', `Soup, ${to('daan')}`, key);
    expect(await rowsOf('bram')).toEqual([]);
    expect(await rowsOf('daan')).toHaveLength(1);
  });

  it('loses all of them when it is deleted, those of earlier words too, and a repeat does nothing', async () => {
    const { id, version } = await post('ada', `Soup, ${to('bram')}`);
    const message = { group: company.group, kind: 'post', id } as const;
    const text = `Soup, ${to('daan')}`;
    const edited = await company.as('ada').wall.edit({ ...message, text, version });
    const deletion = { ...message, version: edited.version, reason: '' };
    await company.as('ada').wall.remove(deletion);
    await company.as('ada').wall.remove(deletion);
    expect([await rowsOf('bram'), await rowsOf('daan')]).toEqual([[], []]);
  });

  it('mentions at most 20', async () => {
    const many = Array.from({ length: 21 }, (_, at) => to(`person-${at}`));
    const refused = { tag: 'Invalid', data: { reason: 'too-many', actual: 21, limit: 20 } };
    await expect(post('ada', many.join(' '))).rejects.toMatchObject(refused);
    expect((await post('ada', many.slice(1).join(' '))).text).toContain('person-20');
  });
});

describe('an answer', () => {
  const answer = async (by: string, on: string, parent?: string) => {
    const input = { group: company.group, post: on, text: 'Yes', key: company.key() };
    const { id } = await company
      .as(by)
      .wall.comment(parent === undefined ? input : { ...input, parent });
    return id;
  };
  const toWhom = async (on: string) => {
    const container = groupContainer(company.group);
    const query = { container, index: 'byPost', eq: on, order: 'ascending', limit: 100 } as const;
    const [{ records }] = await company.host('daan').store.read([rows(comments, query)]);
    return records.map(({ author, fields }) => [author, fields.to]);
  };

  it('is to the author of the post or of the comment above it, and never to its own author', async () => {
    const { id } = await post('ada', 'Soup?');
    const first = await answer('bram', id);
    await answer('chloe', id, first);
    await answer('bram', id, first);
    await answer('ada', id);
    const own = await answer('ada', id);
    await answer('ada', id, own);
    expect(await toWhom(id)).toEqual([
      ['bram', 'ada'],
      ['chloe', 'bram'],
      ['bram', 'ada'],
      ['ada', ''],
      ['ada', ''],
      ['ada', ''],
    ]);
  });
});
