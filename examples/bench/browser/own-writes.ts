/** What a page reads after a write of its own: it shows what the write answered, and asks nothing. */
import type { Page } from 'playwright';
import { budgets } from '../budgets.ts';
import type { Measure } from '../measure.ts';
import type { OwnWritesPage } from '../page/own-writes.ts';
import type { Pages } from './pages.ts';

declare const ownWrites: OwnWritesPage;

interface Write {
  readonly what: string;
  readonly tag: Parameters<OwnWritesPage['show']>[0];
  /** Brings the page to where one more press writes. */
  prepare(page: Page): Promise<void>;
  /** The button that writes. */
  readonly button: RegExp;
  /** What is to be seen once it is written. */
  readonly shown: string;
}

const writes: readonly Write[] = [
  {
    what: 'thanks',
    tag: 'kantine-kudos',
    prepare: async (page) => {
      await page
        .getByText(/Shares knowledge/)
        .first()
        .click();
      await page.getByRole('textbox').last().fill('for the soup of today');
    },
    button: /^Give kudos$/,
    shown: 'for the soup of today',
  },
  {
    what: 'starting a group',
    tag: 'kantine-groups',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Start a group' }).first().click();
      await page.getByRole('textbox', { name: 'What is it called?' }).fill('Soup club');
    },
    button: /^Start group$/,
    shown: 'Soup club',
  },
  {
    what: 'leaving a group',
    tag: 'kantine-groups',
    prepare: () => Promise.resolve(),
    button: /^Leave/,
    shown: 'You have left',
  },
  {
    what: 'a post',
    tag: 'kantine-wall',
    prepare: async (page) => {
      await page.getByRole('textbox').first().click();
      await page.getByRole('textbox').first().fill('Soup is ready');
    },
    button: /^Post$/,
    shown: 'Soup is ready',
  },
];

/** Longer than changes are gathered before an element asks again. In milliseconds. */
const settled = 1_000;
const patience = 10_000;

async function measure(page: Page, { what, tag, prepare, button, shown }: Write): Promise<Measure> {
  await page.evaluate((tag) => ownWrites.show(tag), tag);
  page.setDefaultTimeout(patience);
  await page.waitForTimeout(settled);
  await prepare(page);
  await page.waitForTimeout(settled);
  const before = await page.evaluate(() => ownWrites.asked.length);
  await page.getByRole('button', { name: button }).first().click();
  await page.getByText(shown).first().waitFor();
  await page.waitForTimeout(settled);
  const asked = await page.evaluate((before) => ownWrites.asked.slice(before), before);
  if (asked.length > 0) console.log(`After ${what} the page asked: ${asked.join(', ')}.`);
  const name = `reads of a page after ${what} of its own`;
  return { name, value: asked.length, unit: 'reads', budget: budgets.readsAfterWrite };
}

export const measureOwnWrites = (pages: Pages): Promise<Measure[]> =>
  pages.plain('own-writes', async (page) => {
    const measures: Measure[] = [];
    for (const write of writes) measures.push(await measure(page, write));
    return measures;
  });
