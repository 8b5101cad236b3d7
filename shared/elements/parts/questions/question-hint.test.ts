import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLanguage } from '../../locale/locale.ts';
import {
  expectAccessible,
  focusedName,
  mount,
  settled,
  shownText,
  stage,
} from '../../testing/index.ts';
import type { Role, Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../wall/define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage('anna');
});
afterEach(() => useLanguage('en'));

async function ask(by: Role): Promise<string> {
  const { group } = company;
  const key = company.reader.newKey();
  const question = { group, text: 'How do I share a report?', key, kind: 'question' } as const;
  return (await company.as(by).wall.post(question)).id;
}

/** @param answers how many of them are answered, two hours later. */
async function history(questions: number, answers: number): Promise<void> {
  const { group } = company;
  const ids: string[] = [];
  for (let at = 0; at < questions; at += 1) ids.push(await ask('bram'));
  company.travel(3 * 60 * 60_000);
  for (const post of ids.slice(0, answers)) {
    const key = company.reader.newKey();
    await company.as('chika').wall.comment({ group, post, text: 'Like this', key });
  }
}

async function open(): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await userEvent.click(page.getByRole('textbox', { name: 'Write to The bakery' }));
  await expect.element(page.getByRole('radio', { name: 'A question' })).toBeVisible();
  return wall;
}

const choose = (name: string) => userEvent.click(page.getByRole('radio', { name }));
const hint = () => page.getByText(/^Of the last|^Questions here/);
const asked = () => company.calls().filter((name) => name === 'wall.answered').length;

describe('a question that is being written', () => {
  it('is told how the last ones fared', async () => {
    await history(6, 5);
    const wall = await open();
    await choose('A question');
    await expect
      .element(hint())
      .toMatchTextContent(
        'Of the last 6 questions here 5 got an answer, half of them within 3 hours.',
      );
    await expectAccessible(wall);
  });

  it('is told that questions wait where most had no answer', async () => {
    await history(5, 2);
    await open();
    await choose('A question');
    await expect.element(hint()).toMatchTextContent('Questions here often wait.');
  });

  it('is told nothing by fewer than five', async () => {
    await history(4, 4);
    const wall = await open();
    await choose('A question');
    await expect.poll(() => company.calls()).toContain('wall.answered');
    await settled();
    expect(shownText(wall)).not.toContain('Of the last');
  });

  it('asks for that when it is a question, and not again within ten minutes', async () => {
    await history(6, 5);
    await open();
    expect(asked()).toBe(0);
    await choose('A question');
    await expect.element(hint()).toBeVisible();
    await choose('Something to share');
    await expect.element(hint()).not.toBeInTheDocument();
    await choose('A question');
    await expect.element(hint()).toBeVisible();
    expect(asked()).toBe(1);
  });

  it('can be asked where that cannot be told', async () => {
    await history(6, 5);
    await open();
    company.faults.inject({ kind: 'offline', on: 'read' });
    await choose('A question');
    await userEvent.fill(page.getByRole('textbox', { name: 'Write to The bakery' }), 'Where?');
    await userEvent.click(page.getByRole('button', { name: 'Ask', exact: true }));
    await expect.element(page.getByText('Where?')).toBeVisible();
  });

  it('is asked, not asked for, in German', async () => {
    await open();
    await choose('A question');
    await useLanguage('de');
    await expect.element(page.getByRole('button', { name: 'Fragen', exact: true })).toBeVisible();
  });
});

describe('whom one may ask', () => {
  /** Chika and Bram are in the group and say what they are glad to be asked about. */
  async function members(): Promise<void> {
    const about = { about: '', interests: [] };
    for (const [person, topic] of [
      ['chika', 'Power BI'],
      ['bram', 'Vans'],
    ] as const) {
      await company.as(person).groups.join({ group: company.group });
      await company.as(person).card.update({ ...about, askMeAbout: [topic] });
    }
  }
  const field = () => page.getByRole('textbox', { name: 'Write to The bakery' });
  const glad = () => company.calls().filter((name) => name === 'wall.gladToBeAsked').length;

  it('are members whose profile names a topic of the draft, and one press mentions them', async () => {
    await members();
    const wall = await open();
    await choose('A question');
    await settled();
    expect(glad()).toBe(0);
    await userEvent.fill(field(), 'How do I share a Power BI report?');
    const offer = page.getByText(/^Glad to be asked about/);
    await expect.element(offer).toMatchTextContent(/Power BI.*: .*Chika Tanaka/);
    await expectAccessible(wall);
    const button = page.getByRole('button', { name: /Mention/ });
    expect(button.elements()).toHaveLength(1);
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(field()).toHaveValue('How do I share a Power BI report? @Chika Tanaka ');
    await expect.poll(focusedName).toBe('Write to The bakery');
    await expect.element(button).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect
      .poll(async () => {
        const { posts } = await company.reader.wall.read({ group: company.group });
        return posts.find(({ text }) => text.includes('Power BI'))?.mentions?.map(({ id }) => id);
      })
      .toEqual(['chika']);
    expect(glad()).toBe(1);
  });

  it('are nobody for a draft about something else', async () => {
    await members();
    const wall = await open();
    await choose('A question');
    await userEvent.fill(field(), 'Who has the key of the shed?');
    await expect.poll(() => company.calls()).toContain('wall.gladToBeAsked');
    await settled();
    expect(shownText(wall)).not.toContain('Glad to be asked');
  });

  it('are some colleagues with their topics, where questions often wait', async () => {
    await members();
    await history(5, 2);
    await open();
    await choose('A question');
    const offer = page.getByText(/^These colleagues are glad to be asked/);
    await expect.element(offer).toBeVisible();
    await expect.element(offer).toMatchTextContent(/Chika Tanaka.*\(.*Power BI/);
    await expect.element(offer).toMatchTextContent(/Bram Okafor.*\(.*Vans/);
  });
});
