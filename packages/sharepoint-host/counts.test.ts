/** Numbers beside posts: rows by hand that show nothing are not in them. */
import { expect, it } from 'vitest';
import { collections, createCommunity, groupContainer } from '@kantine/core';
import { columns, listName, ownerDigest } from './schema/index.ts';
import { fieldColumns } from './store/field-columns.ts';
import { eachInAnOrganisation } from './testing/each.ts';
import { loginOf, site } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';

let organisation: Organisation;
eachInAnOrganisation((opened) => (organisation = opened));

const { comments } = collections;

it.each([
  ['an empty text', { text: '' }],
  ['a text that shows nothing', { text: '\u200b\u200b' }],
  ['a text that is none', { text: 7 }],
])('T18: a number of comments counts no row with %s', async (_name, odd) => {
  const anna = createCommunity(organisation.hostOf('anna'));
  const zoe = createCommunity(organisation.hostOf('zoe'));
  const { id: group } = await anna.groups.create({ name: 'Lunch', purpose: '' });
  const { id: post } = await anna.wall.post({ group, text: 'Soup?', key: anna.newKey() });
  const room = groupContainer(group);
  const kept = { collection: comments, container: room };
  const rows = await Promise.all(
    Array.from({ length: 50 }, async (_, n) => ({
      ...(await fieldColumns(comments, room, {
        post,
        parent: '',
        edited: false,
        deleted: false,
        reason: '',
        ...odd,
      })),
      [columns.slot]: `by-hand-${n}`,
      [columns.owner]: await ownerDigest(kept, organisation.ids.ben, `${n}`),
      [columns.key]: JSON.stringify(`${n}`),
      Author: loginOf('ben'),
    })),
  );
  organisation.sharePoint.bulkLoad({ site, list: listName(comments, 'group') }, rows);
  for (let n = 0; n < 5; n += 1) {
    await zoe.wall.comment({ group, post, text: `Yes ${n}`, key: zoe.newKey() });
  }
  const [shown] = (await zoe.wall.read({ group })).posts;
  expect([shown?.commentCount, shown?.isCountRough ?? false]).toEqual([5, false]);
});
