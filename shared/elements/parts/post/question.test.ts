import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, mount, shownText, stage } from '../../testing/index.ts';
import type { Role, Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../wall/define.ts';

let company: Stage;
let question: string;
beforeEach(async () => {
  company = await stage('anna');
});

async function ask(by: Role, text = 'How do I share a report?'): Promise<void> {
  const { group } = company;
  const key = company.reader.newKey();
  const post = await company.as(by).wall.post({ group, text, key, kind: 'question' });
  question = post.id;
}

async function answer(by: Role, text: string): Promise<string> {
  company.travel(1000);
  const { group } = company;
  const key = company.reader.newKey();
  return (await company.as(by).wall.comment({ group, post: question, text, key })).id;
}

async function open(): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await expect.element(page.getByRole('article').first()).toBeVisible();
  return wall;
}

const button = (name: string) => page.getByRole('button', { name });
const solution = page.getByRole('region', { name: 'What solved it' });

describe('a question', () => {
  it('is accessible, open and solved', async () => {
    await ask('anna');
    const id = await answer('bram', 'With the button at the top');
    const wall = await open();
    await expect.element(button('This solved it')).toBeVisible();
    await expectAccessible(wall);
    await company.as('anna').wall.accept({ group: company.group, post: question, comment: id });
    await expect.element(solution).toBeVisible();
    await expectAccessible(wall);
  });

  it('is asked in the composer, and is no longer something to share', async () => {
    await mount('kantine-wall', { community: company.reader, group: company.group });
    await userEvent.click(page.getByRole('textbox', { name: 'Write to The bakery' }));
    await userEvent.click(page.getByRole('radio', { name: 'A question' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Write to The bakery' }), 'Where?');
    await userEvent.click(page.getByRole('button', { name: 'Ask', exact: true }));
    await expect.element(page.getByText('Question', { exact: true })).toBeVisible();
    // It is shown before it is sent.
    const { wall } = company.as('bram');
    await expect
      .poll(async () => (await wall.read({ group: company.group })).posts[0])
      .toMatchObject({ text: 'Where?', kind: 'question' });
  });

  it('is solved by its asker’s choice, which can be taken back', async () => {
    await ask('anna');
    await answer('bram', 'With the button at the top');
    const wall = await open();
    // What is pressed looks so: the tick comes with it.
    await expect.element(button('This solved it')).not.toMatchTextContent('✓');
    await userEvent.click(button('This solved it'));
    await expect.element(button('This solved it')).toMatchTextContent('✓');
    await expect.element(solution).toMatchTextContent('Bram Okafor solved it, says Anna');
    expect(shownText(wall)).toContain('Solved');
    await userEvent.click(button('This solved it'));
    await expect.element(solution).not.toBeInTheDocument();
  });

  it('is solved by a steward’s choice, which says so', async () => {
    // Bram founded the group.
    await ask('anna');
    const comment = await answer('chika', 'With the button at the top');
    const { group } = company;
    const wall = await open();
    await company.as('bram').wall.accept({ group, post: question, comment });
    await expect
      .element(solution)
      .toMatchTextContent('Chika Tanaka solved it: chosen by Bram Okafor (steward)');
    await expectAccessible(wall);
  });

  it('says what went wrong, and works again when tried again', async () => {
    await ask('anna');
    await answer('bram', 'With the button at the top');
    await open();
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(button('This solved it'));
    await expect.element(page.getByRole('alert').getByText(/could not be reached/)).toBeVisible();
    await userEvent.click(button('Try again'));
    await expect.element(solution).toBeVisible();
  });
});

describe('an answer to a colleague’s question', () => {
  it('is said to have helped oneself too, by the keyboard, and that is taken back', async () => {
    await ask('bram');
    await answer('chika', 'With the button at the top');
    const wall = await open();
    const helped = button('Solved it for me too');
    await expect.element(helped).toBeVisible();
    (helped.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Solved it for me too · 1')).toBeVisible();
    await expectAccessible(wall);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shownText(wall)).not.toContain('· 1');
  });

  it('of one’s own says how many it helped', async () => {
    await ask('bram');
    const comment = await answer('anna', 'With the button at the top');
    const { group } = company;
    await company.as('chika').wall.helped({ group, post: question, comment, helped: true });
    const wall = await open();
    await expect.poll(() => shownText(wall)).toContain('Helped others too · 1');
  });
});

describe('an idea on a wall', () => {
  it('is accessible: a small label, and its parts as they were written', async () => {
    const { group, reader } = company;
    const text = 'What if we baked rye?\n\n**Who would it help?** The early shift.';
    const idea = { group, text, unsure: false, key: reader.newKey() };
    await company.as('chika').ideas.putForward(idea);
    const wall = await open();
    await expect.element(page.getByText('Idea', { exact: true })).toBeVisible();
    for (const part of ['What if we baked rye?', 'Who would it help?', 'The early shift.'])
      expect(shownText(wall)).toContain(part);
    await expectAccessible(wall);
  });
});
