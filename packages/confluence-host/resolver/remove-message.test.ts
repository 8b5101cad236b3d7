import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommentView, GroupView, PostView, WallPage } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const anna = accountOf('anna');
const reason = 'it names a customer';

describe('T19: an administrator of the site', () => {
  let organisation: Organisation;
  let group: string;
  let post: string;
  let comment: string;

  async function ask<T>(as: string, operation: string, input: object): Promise<T> {
    const response = await organisation.call({ as, space: 'WORK' }, operation, input);
    if ('error' in response) throw Object.assign(new Error(response.error.message), response.error);
    return response.value as T;
  }
  const remove = (as: string, more: object = {}) =>
    ask(as, 'removeMessage', { group, kind: 'post', id: post, reason, ...more });
  const wall = () => ask<WallPage>(anna, 'wall.read', { group });

  beforeEach(async () => {
    organisation = await openOrganisation();
    group = (await ask<GroupView>(anna, 'groups.create', { name: 'Lunch', purpose: '' })).id;
    const text = { group, text: 'Customer Foo left us', key: 'key-of-the-post' };
    const written = await ask<PostView>(anna, 'wall.post', text);
    post = written.id;
    const said = { group, post, text: 'Foo? Really?', key: 'key-of-the-answer' };
    comment = (await ask<CommentView>(anna, 'wall.comment', said)).id;
    const { version } = written;
    const edited = { group, kind: 'post', id: post, text: 'Customer F. left us', version };
    await ask(anna, 'wall.edit', edited);
    await organisation.clock.advance(1000);
  });
  afterEach(() => organisation.close());

  it('takes the words of a message away, and its readers see why', async () => {
    await remove('admin');
    const { posts } = await wall();
    const text = `Removed by an administrator: ${reason}`;
    expect(posts).toMatchObject([{ id: post, text, edited: true, commentCount: 1 }]);
    await remove('admin', { kind: 'comment', id: comment });
    const everything = JSON.stringify(await wall());
    expect(everything).not.toMatch(/Foo|Customer/);
    // Nor is it in what was kept of its edits.
    const left = await organisation.sql.execute('SELECT text FROM revisions', [], 1000);
    expect(left).toMatchObject({ rows: [] });
  });

  it('puts no words into the mouth of the author', async () => {
    await remove('admin', { reason: 'I resign, and I mean it' });
    expect((await wall()).posts[0]?.text).toBe(
      'Removed by an administrator: I resign, and I mean it',
    );
    const said = 'Verwijderd door een beheerder: ';
    await remove('admin', { kind: 'comment', id: comment, reason: `${said}${reason}` });
    expect(JSON.stringify(await wall())).toContain(`"${said}${reason}"`);
    await expect(remove('admin', { reason: `${said}bad words` })).rejects.toMatchObject({
      data: { reason: 'too-few-words' },
    });
  });

  it('is nobody else, and says in at least three words why', async () => {
    await expect(remove(anna)).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(remove('admin', { reason: 'bad words' })).rejects.toMatchObject({
      tag: 'Invalid',
      data: { reason: 'too-few-words' },
    });
    await expect(remove('admin', { id: 'nothing' })).rejects.toMatchObject({ tag: 'NotFound' });
    await expect(remove('admin', { kind: 'membership' })).rejects.toMatchObject({
      tag: 'NotFound',
    });
    expect((await wall()).posts).toMatchObject([{ text: 'Customer F. left us' }]);
  });

  it('removes nothing of a closed group that they are not in', async () => {
    const den = { name: 'Den', purpose: '', access: 'closed' };
    const { id } = await ask<GroupView>(anna, 'groups.create', den);
    const text = { group: id, text: 'Psst', key: 'key-of-the-secret' };
    const secret = await ask<PostView>(anna, 'wall.post', text);
    const removed = remove('admin', { group: id, id: secret.id });
    await expect(removed).rejects.toMatchObject({ tag: 'Forbidden' });
  });
});
