/** A link to a post on SharePoint: copied, opened by a colleague, and by somebody whom it is not for. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupsOn, haveMade, openGroups } from '../closed-groups.ts';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { violations } from '../violations.ts';
import { press } from '../pressing.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const owner = 'marijke.hoogland';
const founder = 'nadia.belkacem';
const stranger = 'olivia.barnes';
const name = 'Verhuizing';
const words = 'Wij verhuizen in maart';
const sentence = 'This is not here, or you may not see it.';

/** What the address names: `<group>/<post>`. */
async function copyLink(post: ReturnType<Page['locator']>): Promise<string> {
  const more = post.getByRole('button', { name: 'More', exact: true }).first();
  await more.focus();
  await more.press('Enter');
  await post.getByRole('button', { name: 'Copy link' }).press('Enter');
  const field = post.getByRole('textbox', { name: /^The address of this conversation/ });
  return new URL(await field.inputValue()).searchParams.get('kantine') ?? '';
}

/** The page with this address, as this person opens it. */
const openLink = (person: string, link: string): Promise<Page> =>
  intranet.open(person, 'sharepoint', { until: 'kantine-wall', link });

describe('a link to a post', () => {
  it('is copied by keyboard, and shows a colleague the post', async () => {
    const page = await intranet.open(stranger, 'sharepoint');
    const post = page.locator('kantine-wall kantine-post').first();
    const text = (await post.locator('.markdown').first().textContent()) ?? '';
    const link = await copyLink(post);
    const theirs = await openLink(founder, link);
    const shown = theirs.locator(`kantine-post`).filter({ hasText: text.trim().slice(0, 40) });
    await shown.first().waitFor();
    expect(await theirs.getByText(sentence).count()).toBe(0);
  });

  it('R13: says one sentence where the group is secret, and where there is none', async () => {
    await haveMade(intranet, { founder, owner, name, access: 'Secret' });
    const inside = await openGroups(intranet, founder);
    await press(groupsOn(inside).getByRole('button', { name, exact: true }));
    const wall = groupsOn(inside).locator('kantine-wall');
    await wall.getByRole('textbox').first().fill(words);
    await press(wall.getByRole('button', { name: 'Post', exact: true }));
    const post = wall.locator('kantine-post').filter({ hasText: words });
    await post.getByRole('button', { name: 'Edit' }).waitFor();
    const link = await copyLink(post);
    const own = await openLink(founder, link);
    await own.getByText(words).first().waitFor();

    const [group = ''] = link.split('/');
    const never = `${group.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))}/1`;
    const shown: string[] = [];
    for (const tried of [link, `${group}/99999`, never]) {
      const theirs = await openLink(stranger, tried);
      await theirs.getByText(sentence).first().waitFor();
      const content = await theirs.content();
      expect(content).not.toContain(words);
      expect(content).not.toContain(name);
      shown.push(await theirs.locator('kantine-conversation').first().innerText());
      expect(await violations(theirs)).toEqual([]);
    }
    expect(new Set(shown).size).toBe(1);
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error but the refusals', () => {
    const unexpected = intranet.trouble.filter((text) => !/40[34]/.test(text));
    expect(unexpected).toEqual([]);
  });
});
