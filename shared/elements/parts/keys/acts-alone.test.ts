/** After whatever a reader does by the keyboard in what is theirs alone, the keyboard goes on where they were. */
import { mentionToken } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  expectAccessible,
  expectFocusKept,
  mount,
  pressKey,
  shownText,
  stage,
} from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import '../../catch-up/define.ts';
import '../../me/define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

async function press(...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) await pressKey(name);
}

describe('focus: is kept in what is the reader’s own', () => {
  it('when a group is not muted any more, and somebody is shown again', async () => {
    const anna = company.as('anna');
    await anna.groups.join({ group: company.group });
    await anna.preferences.mute({ group: company.group });
    await anna.preferences.block({ person: 'dora' });
    const element = await mount('kantine-me', { community: company.reader });
    await press('Unmute: The bakery', /^Show again: /);
    await expect.poll(() => shownText(element)).toContain('No group is muted');
    await expectFocusKept();
    await expectAccessible(element);
  });

  it('when rows are looked at, and erased', async () => {
    const post = { group: company.group, text: 'Bread at ten', key: 'key-of-a-post-1' };
    await company.as('anna').wall.post(post);
    company.travel(60_000);
    const element = await mount('kantine-me', { community: company.reader });
    await press('See: Posts', 'What do you want to erase?', 'Keep it all', 'Erase: Posts');
    await press('Erase for good');
    await expect.poll(() => shownText(element)).toContain('Done: ');
    await expectFocusKept();
  });
});

describe('focus: is kept in the catch-up', () => {
  it('when one is done with one thing after the other', async () => {
    for (const by of ['bram', 'chika', 'dora'] as const) {
      await company.post(by, `Look, ${mentionToken('anna')}`);
    }
    const element = await mount('kantine-catch-up', { community: company.reader });
    await press(/ mentioned you in /, 'Back to what waits for you', /^Done: /, /^Done: /);
    await expect.poll(() => shownText(element)).toContain('Nothing needs you');
    await expectFocusKept();
    await expectAccessible(element);
  });

  it('when one is done until tomorrow, and looks at the whole week', async () => {
    const anna = company.as('anna');
    await anna.groups.join({ group: company.group });
    await anna.catchUp.seen({ until: (await anna.catchUp.news()).until });
    company.travel(60_000);
    await mount('kantine-catch-up', { community: company.reader });
    await press('The whole week');
    await userEvent.keyboard('{Escape}');
    await expectFocusKept();
  });
});
