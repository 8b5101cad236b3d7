import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, mount, shownText, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { CatchUp } from './catch-up.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
  for (const person of ['anna', 'chika'] as const)
    await company.as(person).groups.join({ group: company.group });
});

const open = (): Promise<CatchUp> => mount('kantine-catch-up', { community: company.reader });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const finish = page.getByRole('button', { name: 'Done until tomorrow' });
const over = page.getByText(/done until tomorrow\./);
const plain = (element: Element) => shownText(element).replaceAll(/[\u2068\u2069]/g, '');

let keys = 0;
const key = (): string => `key-of-news-${(keys += 1)}`;

/** Anna caught up before, and now is later. */
async function caughtUp(): Promise<void> {
  const { until } = await company.as('anna').catchUp.news();
  await company.as('anna').catchUp.seen({ until });
  company.travel(60_000);
}

async function decided(text: string, by: Role = 'chika'): Promise<void> {
  const idea = { group: company.group, text, unsure: false, key: key() };
  const { id: post } = await company.as(by).ideas.putForward(idea);
  const fate = { group: company.group, post, state: 'adopted', key: key() } as const;
  await company.as('bram').ideas.decide({ ...fate, reason: 'since everybody wants to try it' });
}

async function published(title: string): Promise<void> {
  const cover = { colour: 'teal', icon: 'book' } as const;
  const article = { title, lead: 'Three loaves.', text: 'Patience.', cover, series: '' };
  await company.as('chika').blog.publish({ group: company.group, key: key(), ...article });
}

describe('what happened: accessible', () => {
  it('at the first visit, with news, with an article, and at the end', async () => {
    const first = await open();
    await expect.element(heading('Three things worth knowing here')).toBeVisible();
    await expectAccessible(first);
    first.remove();
    await caughtUp();
    await company.as('anna').blog.subscribe({ writer: 'chika' });
    await decided('Rye on Fridays');
    await published('What the oven taught me');
    const element = await open();
    await expect.element(heading('Decided')).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(page.getByRole('button', { name: /wrote an article/ }));
    await expect.element(heading('What the oven taught me')).toBeVisible();
    await expectAccessible(element);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(finish);
    await expect.element(over).toBeVisible();
    await expectAccessible(element);
  });
});

describe('what happened', () => {
  it('is told with its reason and why, and how long it takes', async () => {
    await caughtUp();
    await decided('Rye on Fridays', 'anna');
    await decided('Later lunch');
    const element = await open();
    await expect.element(heading('Decided')).toBeVisible();
    const text = plain(element);
    expect(text).toContain('An idea in The bakery was adopted');
    expect(text).toContain('Bram Okafor: “since everybody wants to try it”');
    expect(text).toContain('because it is your idea');
    expect(text).toContain('because you are in The bakery');
    expect(text).toContain('Less than a minute');
  });

  it('is at the first visit what became of one’s own idea, and nothing else', async () => {
    await decided('Rye on Fridays', 'anna');
    await decided('Later lunch');
    const element = await open();
    await expect.element(heading('Three things worth knowing here')).toBeVisible();
    await expect.element(heading('Decided')).toBeVisible();
    const text = plain(element);
    expect(text).toContain('because it is your idea');
    expect(text).not.toContain('Later lunch');
  });

  it('fills its bar as lines are done with, and starts empty', async () => {
    await caughtUp();
    await company.post('bram', 'Hello @[anna]');
    await company.post('bram', 'Hello again @[anna]');
    const element = await open();
    await expect.element(page.getByText('Less than a minute').first()).toBeVisible();
    const bar = () => element.shadowRoot?.querySelector('progress');
    expect(bar()?.value).toBe(0);
    await userEvent.click(page.getByRole('button', { name: /^Done: / }).first());
    await expect.element(page.getByRole('listitem')).toHaveLength(1);
    expect(bar()?.value).toBeGreaterThan(0);
  });

  it('ends: by keyboard to the end, and next time nothing needs one', async () => {
    await caughtUp();
    await decided('Rye on Fridays');
    const element = await open();
    await expect.element(finish).toBeVisible();
    (finish.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(over).toBeVisible();
    await expect.poll(() => focused()?.className).toBe('end');
    element.remove();
    await open();
    await expect.element(page.getByText('Nothing needs you. Nice.')).toBeVisible();
    await expect.poll(() => element.isConnected).toBe(false);
    expect(finish.query()).toBeNull();
  });

  it('is left as it is by Escape, and comes again', async () => {
    await caughtUp();
    await decided('Rye on Fridays');
    const element = await open();
    await userEvent.click(page.getByRole('button', { name: /was adopted/ }));
    await expect
      .element(page.getByRole('region', { name: /^A post in|^The post of the link/ }))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(heading('Decided')).toBeVisible();
    await expect.poll(() => focused()?.textContent).toContain('was adopted');
    element.remove();
    await open();
    await expect.element(heading('Decided')).toBeVisible();
  });

  it('is no more than two minutes: what does not fit can wait, or is shown', async () => {
    await caughtUp();
    const long = Array.from({ length: 70 }, (_, word) => `word${word}`).join(' ');
    for (let turn = 0; turn < 9; turn += 1) {
      company.travel(60_000);
      await company.as('bram').wall.post({
        group: company.group,
        text: `@[anna] ${turn} ${long}`,
        key: key(),
      });
    }
    await open();
    await expect.element(page.getByText('more things can wait.', { exact: false })).toBeVisible();
    const before = page.getByRole('listitem').elements().length;
    expect(before).toBeLessThan(9);
    await userEvent.click(page.getByRole('button', { name: 'Show them now' }));
    await expect.element(page.getByRole('listitem')).toHaveLength(9);
  });

  it('stays open where that one is done could not be kept, and says so', async () => {
    await caughtUp();
    await decided('Rye on Fridays');
    await open();
    await expect.element(finish).toBeVisible();
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(finish);
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    expect(over.query()).toBeNull();
    company.faults.heal();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(over).toBeVisible();
  });

  it('is not over before everything above it is kept', async () => {
    await caughtUp();
    await company.post('bram', 'Hello @[anna]');
    const element = await open();
    await expect.element(finish).toBeVisible();
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(finish);
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    expect(over.query()).toBeNull();
    await expect.element(page.getByRole('listitem')).toHaveLength(1);
    company.faults.heal();
    await userEvent.click(finish);
    await expect.element(over).toBeVisible();
    element.remove();
    await open();
    await expect.element(page.getByText('Nothing needs you. Nice.')).toBeVisible();
  });

  it('says to who was away that what is older is left out', async () => {
    await caughtUp();
    company.travel(16 * 24 * 60 * 60_000);
    await decided('Rye on Fridays');
    await open();
    await expect
      .element(page.getByText('away for more than two weeks', { exact: false }))
      .toBeVisible();
  });
});

describe('the whole week', () => {
  it('has what one is done with, too, to be printed, and a reminder for one’s calendar', async () => {
    await caughtUp();
    await decided('Rye on Fridays');
    const { until } = await company.as('anna').catchUp.news();
    await company.as('anna').catchUp.seen({ until });
    const element = await open();
    await userEvent.click(page.getByRole('button', { name: 'The whole week' }));
    await expect.element(page.getByRole('heading', { name: /^The week of/ })).toBeVisible();
    await expect.element(page.getByRole('link', { name: /was adopted/ })).toBeVisible();
    await expectAccessible(element);
    const files: Blob[] = [];
    const [make, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
    URL.createObjectURL = (file: Blob) => {
      files.push(file);
      return 'blob:none';
    };
    // A download would end the frame in which the tests run.
    HTMLAnchorElement.prototype.click = () => undefined;
    await userEvent.click(page.getByRole('button', { name: 'Remind me on Mondays' }));
    URL.createObjectURL = make;
    HTMLAnchorElement.prototype.click = click;
    expect(await files[0]?.text()).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused()?.textContent).toContain('The whole week');
  });

  it('K12: is the host’s week, where the reader’s clock is wrong by days', async () => {
    const title = page.getByRole('heading', { name: /^The week of/ });
    await caughtUp();
    await open();
    await userEvent.click(page.getByRole('button', { name: 'The whole week' }));
    await expect.element(title).toBeVisible();
    const { textContent } = title.element();
    await userEvent.keyboard('{Escape}');
    company.travel(9 * 24 * 60 * 60_000);
    const week = await mount('kantine-catch-up-week', { community: company.reader });
    await expect.poll(() => shownText(week)).toContain('The week of');
    await expect.poll(() => shownText(week)).not.toContain(textContent);
  });
});

describe('the number', () => {
  it('is all that a compact one shows, and the list comes by one button', async () => {
    await caughtUp();
    await company.post('bram', 'Hello @[anna]');
    const element = await mount('kantine-catch-up', {
      community: company.reader,
      layout: 'compact',
    });
    await expect.element(heading('1 for you')).toBeVisible();
    await expectAccessible(element);
    expect(page.getByRole('listitem').query()).toBeNull();
    await userEvent.click(page.getByRole('button', { name: 'Catch up', exact: true }));
    await expect.element(page.getByRole('listitem')).toHaveLength(1);
    await expect.element(finish).toBeVisible();
  });
});
