/** What somebody was thanked for, under “For you”. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  floodOfThanks,
  focused,
  mount,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { CatchUp } from './catch-up.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const open = (): Promise<CatchUp> => mount('kantine-catch-up', { community: company.reader });
const title = page.getByRole('heading', { name: 'Thanks for you', exact: true });
const seen = page.getByRole('button', { name: 'Lovely, seen' });
const keep = page.getByRole('button', { name: /^Keep it between us: Thanks from/ });

/** Kudos by Bram, and thanks by Dora for a post. */
async function twoThanks(): Promise<void> {
  const { group } = company;
  const input = { group, text: 'The bread is in the oven', key: 'key-of-my-post' };
  const { id } = await company.as('anna').wall.post(input);
  company.travel(1000);
  await company.as('dora').thanks.thank({ group, kind: 'post', id, thanked: true });
  company.travel(1000);
  const { id: anna } = await company.reader.people.me();
  await company.as('bram').kudos.give({
    recipients: [anna],
    value: 'helps-out',
    reason: 'carried all my crates',
    as: 'kudos',
    key: 'key-of-kudos',
  });
}

describe('thanks under “For you”', () => {
  it('are told with what they are for, until they were seen', async () => {
    await twoThanks();
    const element = await open();
    await expect.element(title).toBeVisible();
    await expectAccessible(element);
    const text = shownText(element);
    expect(text).toContain('Thanks from Bram Okafor carried all my crates');
    expect(text).toContain('for what you wrote in Dorothea');
    expect(text).toContain('The bread is in the oven');
    (seen.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(title).toHaveLength(0);
    await expect.element(page.getByText('Nothing needs you. Nice.')).toBeVisible();
    await expect.poll(() => focused()?.localName).toBe('h2');
    await expectAccessible(element);
    element.remove();
    const later = await open();
    await expect.element(page.getByText('Nothing needs you. Nice.')).toBeVisible();
    expect(shownText(later)).not.toContain('Thanks for you');
  });

  it('alone are no reason to be asked twice whether one is done', async () => {
    await twoThanks();
    const { until } = await company.reader.catchUp.news();
    await company.reader.catchUp.seen({ until });
    const element = await open();
    await expect.element(title).toBeVisible();
    await expect.element(page.getByText(/done until tomorrow\./)).toBeVisible();
    expect(shownText(element)).not.toContain('Less than');
  });

  it('are seen with the rest by who is done until tomorrow', async () => {
    await twoThanks();
    const element = await open();
    await expect.element(title).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Done until tomorrow' }));
    await expect.element(title).toHaveLength(0);
    element.remove();
    await open();
    await expect.element(page.getByText('Nothing needs you. Nice.')).toBeVisible();
  });

  it('may be more than could be looked through, which is said', async () => {
    await floodOfThanks(company);
    const element = await open();
    await expect.poll(() => shownText(element)).toContain('There may be more thanks');
    await expect.element(seen).toHaveLength(0);
    await expectAccessible(element);
  });

  it('are kept between two, and shown again', async () => {
    await twoThanks();
    const element = await open();
    await expect.element(keep.first()).toBeVisible();
    const feed = async () => (await company.as('dora').kudos.read()).thankYous;
    expect(await feed()).toHaveLength(1);
    await userEvent.click(keep.first());
    await expect.poll(() => shownText(element)).toContain('between you');
    await expectAccessible(element);
    expect(await feed()).toHaveLength(0);
    await userEvent.click(page.getByRole('button', { name: /^Show it to others again/ }));
    await expect.poll(feed).toHaveLength(1);
  });

  it('come at once where somebody thanks, and are nothing before', async () => {
    const element = await open();
    await expect.element(page.getByText('Nothing needs you. Nice.')).toBeVisible();
    expect(shownText(element)).not.toContain('Thanks for you');
    await twoThanks();
    await expect.element(title).toBeVisible();
    expect(shownText(element)).not.toContain('Nothing is waiting');
  });

  it('say what could not be done, and do it again', async () => {
    await twoThanks();
    await open();
    await expect.element(seen).toBeVisible();
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(seen);
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    company.faults.heal();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(title).toHaveLength(0);
  });
});
