import { collections, groupContainer } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focusedName, mount, shownText, stage } from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import '../../blog/define.ts';
import '../../wall/define.ts';

const cover = { colour: 'amber', icon: 'idea' } as const;
const words = { title: 'About soup', lead: 'In short.', text: '# Heat\n\nPatience.', series: '' };
const button = (name: string) => page.getByRole('button', { name, exact: true });

let company: Stage;
let article: string;
beforeEach(async () => {
  company = await stage();
  const { group, reader } = company;
  const input = { group, key: reader.newKey(), cover, ...words };
  article = (await company.as('bram').blog.publish(input)).id;
});

describe('the post of an article', () => {
  it('leads to it with one press, where it stands, by keyboard', async () => {
    const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
    await expect.element(button('Read the article')).toBeVisible();
    await expectAccessible(wall);
    expect(shownText(wall)).not.toContain('Patience.');
    (button('Read the article').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Heat' })).toBeVisible();
    await expectAccessible(wall);
    expect(focusedName()).toBe('Hide the article');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shownText(wall)).not.toContain('Patience.');
  });

  it('says so where the article is gone', async () => {
    await mount('kantine-wall', { community: company.reader, group: company.group });
    await expect.element(button('Read the article')).toBeVisible();
    const { group } = company;
    const { post = '' } = await company.reader.blog.one({ group, id: article });
    const key = company.reader.newKey();
    // What colleagues answered stays, and the post with it.
    await company.as('chika').wall.comment({ group, post, text: 'Thanks', key });
    const store = company.storeOf('bram');
    const { articles } = collections;
    const container = groupContainer(group);
    const of = { container, index: 'recent', order: 'descending', limit: 1 } as const;
    const [{ records }] = await store.read([{ kind: 'rows', collection: articles, ...of }]);
    for (const row of records) await store.remove(articles, row);
    await userEvent.click(button('Read the article'));
    await expect.element(page.getByText('This is not here, or you may not see it.')).toBeVisible();
  });

  it('does not lead to itself below it', async () => {
    const blog = await mount('kantine-blog', { community: company.reader, group: company.group });
    await userEvent.click(button('About soup'));
    await expect.element(page.getByRole('region', { name: 'What colleagues say' })).toBeVisible();
    await expect.element(page.getByText('Article', { exact: true })).toBeVisible();
    await expect.element(button('Read the article')).toHaveLength(0);
    await expectAccessible(blog);
  });
});
