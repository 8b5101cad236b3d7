/** Questions that wait for an answer, on a wall: nothing is asked before somebody wants to see them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  focusedName,
  mount,
  settled,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import { useLanguage } from '../locale/locale.ts';
import type { Wall } from './wall.ts';
import './define.ts';

const day = 24 * 60 * 60_000;
let company: Stage;
beforeEach(async () => {
  company = await stage('anna');
});

async function ask(by: Role, text: string): Promise<string> {
  const key = company.reader.newKey();
  const question = { group: company.group, text, key, kind: 'question' } as const;
  return (await company.as(by).wall.post(question)).id;
}
/** Two working days, wherever the week begins. */
const wait = () => company.travel(4 * day);

async function open(): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await expect.element(page.getByRole('article').first()).toBeVisible();
  return wall;
}
const summary = () => page.getByText('Waiting for an answer', { exact: true }).first();
async function unfold(): Promise<void> {
  await expect.element(summary()).toBeVisible();
  (summary().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}
const line = (text: string | RegExp) => page.getByRole('button', { name: text });
const asked = () => company.calls().filter((name) => name === 'wall.unanswered').length;

describe('questions that wait', () => {
  it('are accessible, folded, unfolded and with one that is open', async () => {
    await ask('bram', 'Where do the vans park?');
    wait();
    const wall = await open();
    await expectAccessible(wall);
    await unfold();
    await expect.element(line(/Where do the vans park/)).toBeVisible();
    await expectAccessible(wall);
    (line(/Where do the vans park/).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('textbox', { name: /^Reply to/ })).toBeVisible();
    await expectAccessible(wall);
  });

  it('are asked for when somebody unfolds the line, and not before', async () => {
    await ask('bram', 'Where do the vans park?');
    wait();
    await open();
    await settled();
    expect(asked()).toBe(0);
    await unfold();
    await expect
      .element(line(/Nobody has answered .*Bram Okafor.* for \d+ working days/))
      .toBeVisible();
    expect(asked()).toBe(1);
    // Folded again it hears of no change.
    (summary().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await company.post('bram', 'Something else');
    await expect.element(page.getByText('Something else')).toBeVisible();
    expect(asked()).toBe(0);
  });

  it('are none where all are answered', async () => {
    await company.post('bram', 'No question');
    await open();
    await unfold();
    await expect.element(page.getByText('No open questions. Lovely.')).toBeVisible();
  });

  it('come first where the reader is glad to be asked, and the others behind one line', async () => {
    const { reader } = company;
    await reader.card.update({ about: '', askMeAbout: ['Power BI'], interests: [] });
    await ask('chika', 'How do I share a Power BI report?');
    await ask('bram', 'Where do the vans park?');
    wait();
    const wall = await open();
    await unfold();
    await expect.element(line(/You are glad to be asked about .*Power BI/)).toBeVisible();
    const shown = () => wall.shadowRoot?.querySelector('kantine-waiting')?.shadowRoot;
    expect(shown()?.querySelectorAll('.waits')).toHaveLength(1);
    const more = line('One more question waits');
    (more.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focusedName).toMatch(/Where do the vans park/);
    await expect.element(more).not.toBeInTheDocument();
  });

  it('lead to the field to answer, and go once they are answered and closed', async () => {
    await ask('bram', 'Where do the vans park?');
    wait();
    const wall = await open();
    await unfold();
    const question = line(/Where do the vans park/);
    await expect.element(question).toBeVisible();
    (question.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focusedName).toMatch(/^Reply to/);
    await userEvent.keyboard('Behind the oven.{Control>}{Enter}{/Control}');
    await expect.element(line(/It has an answer now/)).toBeVisible();
    // What was answered stays until it is closed.
    expect(shownText(wall)).toContain('Behind the oven.');
    (line(/It has an answer now/).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('No open questions. Lovely.')).toBeVisible();
  });

  it('say what went wrong, and are asked for again', async () => {
    await ask('bram', 'Where do the vans park?');
    wait();
    await open();
    company.faults.inject({ kind: 'offline', on: 'read' });
    await unfold();
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    company.faults.heal();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(line(/Where do the vans park/)).toBeVisible();
  });

  it('are not offered to who cannot write', async () => {
    await ask('bram', 'Where do the vans park?');
    wait();
    company.restrict('read');
    await open();
    await expect.element(summary()).not.toBeInTheDocument();
  });

  it.each([
    ['nl', /Al \d+ werkdagen heeft niemand .*Bram Okafor.* geantwoord/],
    ['de', /Seit \d+ Arbeitstagen hat niemand .*Bram Okafor.* geantwortet/],
    ['fr', /Personne n’a répondu à .*Bram Okafor.* depuis \d+ jours ouvrés/],
  ] as const)('speak %s', async (locale, words) => {
    await ask('bram', 'Where do the vans park?');
    wait();
    const wall = await open();
    await useLanguage(locale);
    const folded = wall.shadowRoot?.querySelector<HTMLElement>('section > details > summary');
    folded?.focus();
    folded?.click();
    await expect.element(line(words)).toBeVisible();
    await useLanguage('en');
  });
});
