import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  everyElement,
  expectAccessible,
  focused,
  mount,
  shownText,
  stage,
} from '../../testing/index.ts';
import '../../wall/define.ts';

const message = page.getByRole('article').first();
const all = page.getByRole('button', { name: 'Show all', exact: true });
const height = (): number => message.element().getBoundingClientRect().height;

async function open(text: string): Promise<Element> {
  const company = await stage();
  await company.post('anna', text);
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await expect.element(message).toBeVisible();
  return wall;
}

describe('T22: a message that is higher than a screen', () => {
  it('is accessible: folded, and whole', async () => {
    const wall = await open(`First line\n${'x\n'.repeat(900)}last line`);
    await expect.element(all).toBeVisible();
    await expectAccessible(wall);
    await all.click();
    await expectAccessible(wall);
  });

  it('is folded, and whole at the press of a key, which keeps the focus in it', async () => {
    const wall = await open(`First line\n${'x\n'.repeat(900)}last line`);
    await expect.element(all).toBeVisible();
    expect(height()).toBeLessThan(720);
    expect(shownText(wall)).not.toContain('last line');
    (all.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shownText(wall)).toContain('last line');
    await expect.element(all).not.toBeInTheDocument();
    expect(focused()?.classList.contains('message')).toBe(true);
  });

  it('offers nothing where a line or two are left', async () => {
    const wall = await open(`${'Soup of the day.\n\n'.repeat(13)}Come!`);
    await expect.poll(() => shownText(wall)).toContain('Come!');
    expect(all.query()).toBeNull();
  });

  it('covers nothing around it, however many marks stand on a letter', async () => {
    const wall = await open(`Z${'\u030d'.repeat(200)}`);
    const markdown = [...everyElement(wall)].find((each) => each.matches('.markdown'));
    expect(markdown && getComputedStyle(markdown).overflow).toBe('clip');
  });
});
