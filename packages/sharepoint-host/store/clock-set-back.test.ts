/** The reader's clock is set while a page is open: what was asked before is not taken for later. */
import { expect, it } from 'vitest';
import { createCommunity } from '@kantine/core';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';

let organisation: Organisation;
eachInAnOrganisation((opened) => (organisation = opened));

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const every = 25;

it.each([
  ['back by an hour', -3_600_000],
  ['ahead by an hour', 3_600_000],
  ['back by ten seconds', -10_000],
])('a clock that is set %s hides no post of a colleague', async (_name, by) => {
  const anna = createCommunity(organisation.hostOf('anna'));
  const { id: group } = await anna.groups.create({ name: 'Lunch', purpose: '' });
  await anna.wall.post({ group, text: 'Soup?', key: anna.newKey() });
  organisation.clock.advance(60_000);
  let off = 0;
  const page = createCommunity(
    organisation.hostOf('ben', {
      now: () => organisation.clock.now() + off,
      userId: Number(organisation.ids.ben),
      watch: {
        everyMilliseconds: every,
        visibility: { isVisible: () => true, subscribe: () => undefined },
      },
    }),
  );
  let shown = (await page.wall.read({ group })).posts.map(({ text }) => text);
  const stop = page.subscribe(async () => {
    shown = (await page.wall.read({ group })).posts.map(({ text }) => text);
  });
  await pause(every * 6);
  shown = (await page.wall.read({ group })).posts.map(({ text }) => text);
  await pause(every * 2);
  off = by;
  organisation.clock.advance(5_000);
  const { id: post } = await anna.wall.post({ group, text: 'Pie!', key: anna.newKey() });
  await anna.wall.comment({ group, post, text: 'With cream', key: anna.newKey() });
  for (let looks = 0; looks < 3; looks += 1) {
    organisation.clock.advance(3_000);
    await pause(every * 14);
  }
  expect(shown).toEqual(['Pie!', 'Soup?']);
  expect((await page.wall.read({ group })).posts[0]?.commentCount).toBe(1);
  stop();
});
