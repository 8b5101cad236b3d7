/** Rows that are no records, planted among the acts and marks of a group, undo nothing that its stewards decided. */
import { beforeEach, describe, expect, it } from 'vitest';
import { collections, createCommunity, groupContainer } from '@kantine/core';
import type { Collection, Community } from '@kantine/core';
import { plant } from './testing/bulk.ts';
import { eachInAnOrganisation } from './testing/each.ts';
import type { Actor, Organisation } from './testing/organisation.ts';

const { acts, marks, posts } = collections;
let organisation: Organisation;
let group: string;
let post: string;

eachInAnOrganisation((opened) => (organisation = opened));

const as = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));
const message = () => ({ group, kind: 'post', id: post }) as const;
const reason = 'names a customer';

/** Rows of Ben's by hand, which claim to be of Zoë. */
const flood = (collection: Collection, fields: Readonly<Record<string, unknown>>) =>
  plant(
    organisation,
    collection,
    groupContainer(group),
    { by: 'ben', as: organisation.ids.zoe, key: 'planted', fields },
    300,
  );
const actsOfNobody = () =>
  flood(acts, { family: 'x', post: '', target: '', person: '', reason: '', appointer: '' });

beforeEach(async () => {
  group = (await as('anna').groups.create({ name: 'Lunch run', purpose: '' })).id;
  const said = { group, text: 'Foo left us', key: 'key-of-a-post' } as const;
  post = (await as('ben').wall.post(said)).id;
});

describe('300 rows that are no acts', () => {
  it('show nobody what stewards hid', async () => {
    await as('ben').wall.edit({
      ...message(),
      text: 'Foo leaves us',
      version: (await as('ben').wall.read({ group })).posts[0]?.version ?? '',
    });
    await as('anna').stewards.hide({ ...message(), reason, key: 'key-of-a-hide' });
    await actsOfNobody();
    const { posts } = await as('zoe').wall.read({ group });
    expect(posts[0]).toMatchObject({ text: '', hidden: { reason } });
    expect(await as('zoe').wall.history(message())).toEqual([]);
    expect((await as('zoe').wall.newest({ groups: [group] })).posts).toEqual([]);
  });

  it('open no group that is archived', async () => {
    await as('anna').stewards.archive({ group, reason: 'all is said', key: 'key-of-an-archive' });
    await actsOfNobody();
    const page = await as('zoe').wall.read({ group });
    expect(page.canWrite).toBe(false);
  });
});

it('an author who removes the post that announces a hidden article brings nothing back', async () => {
  const words = { title: 'About Foo', lead: '', text: 'Foo left us', series: '' } as const;
  const cover = { colour: 'teal', icon: 'idea' } as const;
  const asked = { group, key: 'key-of-an-article', cover, ...words };
  const { id } = await as('ben').blog.publish(asked);
  const { post: on = '' } = await as('ben').blog.one({ group, id });
  const hide = { group, kind: 'post', id: on, reason, key: 'key-of-a-hide' } as const;
  await as('anna').stewards.hide(hide);
  const { store } = organisation.hostOf('ben');
  const container = groupContainer(group);
  const [{ records }] = await store.read([
    {
      kind: 'rows',
      collection: posts,
      container,
      index: 'id',
      in: [on],
      order: 'ascending',
      limit: 1,
    },
  ]);
  for (const row of records) await store.remove(posts, row);
  await actsOfNobody();
  expect((await as('zoe').blog.read({ group })).articles).toEqual([]);
  expect((await as('zoe').blog.newest({ groups: [group] })).articles).toEqual([]);
  expect(await as('zoe').blog.one({ group, id })).toMatchObject({ text: '', hidden: { reason } });
});

it('300 rows that are no marks hide no pin of a steward', async () => {
  await as('anna').wall.pin({ group, post, pinned: true });
  const target = 'post:404';
  await flood(marks, {
    family: 'pin',
    post: '404',
    target,
    value: '',
    to: '',
    mark: `pin:${target}|`,
  });
  expect((await as('zoe').wall.read({ group })).pins).toMatchObject([{ post }]);
});

it('300 rows that are no marks leave an answer accepted', async () => {
  const asked = { group, text: 'How?', key: 'key-of-a-question', kind: 'question' } as const;
  const { id: question } = await as('zoe').wall.post(asked);
  const { id: comment } = await as('ben').wall.comment({
    group,
    post: question,
    text: 'So',
    key: 'key-of-a-comment',
  });
  await as('zoe').wall.accept({ group, post: question, comment });
  const target = 'post:404';
  await flood(marks, {
    family: 'accept',
    post: '404',
    target,
    value: '',
    to: '',
    mark: `accept:${target}|`,
  });
  const { posts } = await as('anna').wall.read({ group });
  expect(posts.find(({ id }) => id === question)?.accepted?.id).toBe(comment);
});
