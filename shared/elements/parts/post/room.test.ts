import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { mount, stage } from '../../testing/index.ts';
import '../../wall/define.ts';
import { roomOf } from './room.ts';

const long =
  'We moved the trolleys of hall 1 to the other side of the door, since the forklifts turn there now. '.repeat(
    4,
  );

it.each([
  ['a few words', 'Who bakes?', []],
  ['many words, in paragraphs', `${long}\n\n${long}`, []],
  ['comments', 'Who bakes?', ['I do', long, 'Thank you, both of you.']],
])(
  'foretells how high a post with %s is drawn, within an eighth',
  async (_, text, comments: readonly string[]) => {
    const company = await stage();
    const { group } = company;
    const { id } = await company.post('bram', text);
    for (const [number, comment] of comments.entries()) {
      const asked = { group, post: id, text: comment, key: `comment-${number}` };
      await company.as('chika').wall.comment(asked);
    }
    const wall = await mount('kantine-wall', { community: company.reader, group });
    wall.style.maxInlineSize = '42rem';
    await expect.element(page.getByRole('article').first()).toBeVisible();
    const post = wall.renderRoot.querySelector(
      'kantine-post',
    ) as HTMLElementTagNameMap['kantine-post'];
    await post.updateComplete;
    const room = post.view && roomOf(post.view, false) * 16;
    expect((room ?? 0) / post.offsetHeight).toBeGreaterThan(0.875);
    expect((room ?? 0) / post.offsetHeight).toBeLessThan(1.125);
  },
);
