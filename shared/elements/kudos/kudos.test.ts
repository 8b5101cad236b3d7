import type { KudosValue } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draftName } from '../kit/drafts.ts';
import {
  cast,
  expectAccessible,
  focusedName,
  mount,
  press,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Kudos } from './kudos.ts';
import './define.ts';

let company: Stage;
let keys = 0;
beforeEach(async () => {
  company = await stage();
});

async function open(): Promise<Kudos> {
  const element = await mount('kantine-kudos', { community: company.reader });
  await expect.element(page.getByRole('heading', { name: 'Kudos' })).toBeVisible();
  return element;
}

const give = (
  from: Role,
  recipients: readonly Role[],
  reason: string,
  value: KudosValue = 'helps-out',
  as: 'kudos' | 'thanks' = 'kudos',
) => company.as(from).kudos.give({ recipients, value, reason, as, key: `thanks-${(keys += 1)}` });

const button = (name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const start = button('Thank a colleague');
const picker = page.getByRole('combobox', { name: 'Whom do you want to thank?' });
const reason = page.getByRole('textbox');
const alert = page.getByRole('alert');
const items = page.getByRole('listitem');
/** The choice of a value; the form stands above the feed. */
const value = (name: string) => page.getByText(new RegExp(name)).first();
const given = async () => (await company.as('bram').kudos.read({})).thankYous;

async function choose(name: string): Promise<void> {
  await userEvent.fill(picker, name);
  await userEvent.click(page.getByRole('listbox').getByRole('option').first());
}

async function fill(names: readonly string[], text: string): Promise<void> {
  await userEvent.click(start);
  for (const name of names) await choose(name);
  await userEvent.click(value('Shares knowledge'));
  await userEvent.fill(reason, text);
}

describe('kudos: accessible', () => {
  it('loading, empty and failed', async () => {
    await expectAccessible(await mount('kantine-kudos', {}));
    await expectAccessible(await open());
    company.faults.inject({ kind: 'offline', on: 'read' });
    const failed = await mount('kantine-kudos', { community: company.reader });
    await expect.element(alert).toBeVisible();
    await expectAccessible(failed);
  });

  it('the feed, with long names, somebody who left, and a withdrawal being asked for', async () => {
    await give(
      'anna',
      ['bram', 'chika', 'dora'],
      `Helped with the ${'Lebensmittel'.repeat(8)} move`,
    );
    await give('dora', ['anna'], 'Baked for everybody');
    const element = await open();
    await expectAccessible(element);
    await userEvent.click(button(/^Withdraw your thanks/));
    await expectAccessible(element);
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(button('Withdraw'));
    await expect.element(alert).toBeVisible();
    await expectAccessible(element);
  });

  it('the form: empty, filled, refused', async () => {
    const element = await open();
    await userEvent.click(start);
    await expectAccessible(element);
    await choose('doro');
    await userEvent.click(value('Brings joy'));
    await userEvent.fill(reason, 'Sang while baking');
    await expectAccessible(element);
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(button('Give kudos'));
    await expect.element(alert).toBeVisible();
    await expectAccessible(element);
  });
});

describe('kudos: giving', () => {
  it('works from start to end with the keyboard only', async () => {
    await open();
    await userEvent.tab();
    expect(focusedName()).toBe('Thank a colleague');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focusedName).toBe('Whom do you want to thank?');
    await userEvent.keyboard('bram');
    await expect.element(page.getByRole('listbox').getByRole('option')).toBeVisible();
    await userEvent.keyboard('{Enter}{Tab}{ArrowDown}{Tab}');
    await userEvent.keyboard('Explained the ovens patiently');
    await userEvent.keyboard('{Tab}{Tab}');
    expect(focusedName()).toBe('Give kudos');
    await userEvent.keyboard('{Enter}');
    await expect.element(items).toHaveLength(1);
    await expect.poll(focusedName).toBe('Thank a colleague');
    const [thanks] = await given();
    expect(thanks).toMatchObject({ reason: 'Explained the ovens patiently', isKudos: true });
    expect(thanks?.recipients.map(({ id }) => id)).toEqual(['bram']);
  });

  it('names what is missing, and the button leads there', async () => {
    const element = await open();
    await userEvent.click(start);
    const asksFor = async (text: string): Promise<void> => {
      await expect.poll(() => shownText(element)).toContain(text);
      press(button('Give kudos'));
    };
    await asksFor('Name the person you want to thank.');
    await expect.poll(focusedName).toBe('Whom do you want to thank?');
    await choose('bram');
    await asksFor('Choose the value that fits best.');
    await userEvent.keyboard(' ');
    await userEvent.fill(reason, 'two words');
    await asksFor('Say in at least 3 words what they did.');
    expect(await given()).toEqual([]);
    await userEvent.fill(reason, 'three whole words');
    await userEvent.click(button('Give kudos'));
    await expect.poll(async () => (await given()).length).toBe(1);
  });

  it('thanks several people at once, and never offers oneself', async () => {
    const element = await open();
    await fill(['bram', 'chika'], 'Moved the whole bakery');
    await userEvent.fill(picker, 'anna');
    await expect.poll(() => shownText(element)).toContain('Nobody found');
    await userEvent.fill(picker, '');
    await userEvent.click(button('Give kudos'));
    await expect.element(items).toHaveLength(1);
    expect((await given())[0]?.recipients).toHaveLength(2);
  });

  it('says thanks without kudos once the week’s allowance is used up', async () => {
    for (const text of ['One more time', 'Two more times', 'Three more times'])
      await give('anna', ['bram'], text);
    await give('anna', ['chika', 'dora'], 'Four and five');
    const element = await open();
    await userEvent.click(start);
    expect(shownText(element)).toContain(
      'Your kudos for this week are given; there are new ones on Monday.',
    );
    await choose('bram');
    await userEvent.click(value('Helps out'));
    await userEvent.fill(reason, 'And yet another time');
    await userEvent.click(button('Say thanks'));
    await expect.element(start).toBeVisible();
    expect((await given())[0]).toMatchObject({ reason: 'And yet another time', isKudos: false });
  });

  it('turns to thanks where another window gave the last ones meanwhile', async () => {
    const element = await open();
    await fill(['bram'], 'Stayed until it ran');
    for (let turn = 0; turn < 5; turn += 1) await give('anna', ['chika'], `Time number ${turn}`);
    press(page.getByRole('button', { name: /Give kudos|Say thanks/ }));
    await expect.poll(() => shownText(element)).toContain('Say thanks');
    await expect.element(button('Say thanks')).toBeVisible();
    await userEvent.click(button('Say thanks'));
    await expect.poll(async () => (await given())[0]?.reason).toBe('Stayed until it ran');
  });

  it('keeps everything when it fails, and doubles nothing when only the answer was lost', async () => {
    const element = await open();
    await fill(['bram'], 'Stayed until it ran');
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await userEvent.click(button('Give kudos'));
    await expect.element(alert).toMatchTextContent('could not be reached');
    expect((reason.element() as HTMLTextAreaElement).value).toBe('Stayed until it ran');
    expect(shownText(element)).toContain('Bram Okafor');
    await userEvent.click(button('Give kudos'));
    await expect.element(start).toBeVisible();
    expect(await given()).toHaveLength(1);
  });

  it('is called off with the button, and the focus goes back', async () => {
    await open();
    await userEvent.click(start);
    await userEvent.click(button('Cancel'));
    await expect.poll(focusedName).toBe('Thank a colleague');
  });

  it('says who reads it', async () => {
    const element = await open();
    await userEvent.click(start);
    expect(shownText(element)).toContain('4 people can read this');
  });
});

describe('kudos: from where somebody is known', () => {
  const openFor = (recipient: string) =>
    mount('kantine-kudos', { community: company.reader, recipient });

  it('the form is open, begins with them, and keeps its draft apart from others', async () => {
    const element = await openFor('bram');
    await expect.element(reason).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(value('Shares knowledge'));
    await userEvent.fill(reason, 'you wrote it all down');
    await userEvent.click(button('Give kudos'));
    await expect.element(start).toBeVisible();
    expect((await given())[0]?.recipients.map(({ id }) => id)).toEqual(['bram']);
  });

  it.each(['anna', 'emil', 'nobody-at-all', ''])(
    'nobody is suggested who cannot be thanked: «%s»',
    async (id) => {
      await openFor(id);
      await expect.element(start).toBeVisible();
    },
  );
});

describe('kudos: the feed', () => {
  it('grows by itself, and by request', async () => {
    for (const turn of ['first', 'second', 'third', 'fourth', 'fifth'])
      await give('bram', ['anna'], `For the ${turn} time`);
    for (let turn = 0; turn < 20; turn += 1) {
      company.travel(1000);
      await give('chika', ['dora'], `Plain thanks ${turn}.`, 'brings-joy', 'thanks');
    }
    await open();
    await expect.element(items).toHaveLength(5);
    await give('dora', ['anna'], 'Just this very moment');
    await expect.element(items.first()).toBeVisible();
    await expect.element(page.getByText('Just this very moment')).toBeVisible();
    for (const shown of [10, 15, 20]) {
      await userEvent.click(button('Show more thanks'));
      await expect.element(items).toHaveLength(shown);
    }
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    await userEvent.click(button('Show more thanks'));
    await expect.element(alert).toBeVisible();
    await userEvent.click(button('Try again'));
    await expect.element(items).toHaveLength(25);
    company.travel(1000);
    await give('dora', ['chika'], 'One more than before');
    await expect.element(page.getByText('One more than before')).toBeVisible();
    await expect.element(items).toHaveLength(25);
  });

  it('shows and offers the values that the page’s editor chose, also those far down', async () => {
    await give('bram', ['anna'], 'Told me everything about rye', 'shares-knowledge');
    for (let turn = 0; turn < 25; turn += 1) {
      company.travel(1000);
      await give('chika', ['dora'], `Plain thanks ${turn}.`, 'brings-joy', 'thanks');
    }
    const element = await open();
    element.setAttribute('values', 'shares-knowledge nonsense');
    await expect.element(page.getByText('Told me everything about rye')).toBeVisible();
    await expect.element(items).toHaveLength(1);
    await userEvent.click(start);
    expect(page.getByRole('radio').elements()).toHaveLength(1);
    await expectAccessible(element);
    element.setAttribute('values', '');
    await expect.element(page.getByRole('radio')).toHaveLength(5);
  });

  it('lets who it thanks keep it between two, and show it again', async () => {
    await give('bram', ['anna', 'chika'], 'Carried my crates');
    const element = await open();
    await userEvent.click(button(/^Keep it between us: thanks from/));
    await expect.poll(() => shownText(element)).toContain('Only you and see this.');
    await expectAccessible(element);
    const seen = async () => (await company.as('dora').kudos.read()).thankYous[0]?.recipients;
    expect(await seen()).toMatchObject([{ id: 'chika' }]);
    await userEvent.click(button(/^Show it to others again/));
    await expect.element(button(/^Keep it between us/)).toBeVisible();
    expect(await seen()).toHaveLength(2);
  });

  it('lets the giver withdraw, after a question, also when that failed once', async () => {
    await give('anna', ['bram', 'chika'], 'Moved the whole bakery');
    await give('bram', ['anna'], 'Not mine to withdraw');
    const element = await open();
    await expect.element(button(/^Withdraw your thanks/)).toHaveLength(1);
    await userEvent.click(button('Withdraw your thanks to Bram Okafor and Chika Tanaka'));
    await expect.poll(focusedName).toBe('Keep them');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focusedName).toContain('Withdraw your thanks');
    await userEvent.keyboard('{Enter}');
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(button('Withdraw'));
    await expect.element(alert).toBeVisible();
    await expect.element(items).toHaveLength(2);
    await userEvent.click(button('Withdraw'));
    await expect.element(items).toHaveLength(1);
    expect(shownText(element)).toContain('Your thanks have been withdrawn.');
    expect(focusedName()).toBe('Kudos');
    expect(await given()).toHaveLength(1);
  });

  it('names somebody who left since', async () => {
    const element = await open();
    expect(shownText(element)).toContain('No thanks yet');
    const leaver = { ...cast.emil, name: '' };
    const item = await mount('kantine-thank-you', {
      community: company.reader,
      thankYou: {
        id: 'x',
        giver: leaver,
        recipients: [cast.emil, leaver],
        value: 'brings-joy',
        reason: 'For all the years',
        created: Date.now(),
        isKudos: true,
        mine: false,
      },
    });
    expect(shownText(item)).toMatch(
      /Emil Farewell.*Former colleague.*For all the years.*Former colleague/,
    );
  });

  it('says what is wrong, and «Try again» works', async () => {
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    await mount('kantine-kudos', { community: company.reader });
    await expect.element(alert).toBeVisible();
    await userEvent.click(button('Try again'));
    await expect.element(start).toBeVisible();
  });

  it('stops listening when it is taken off the page', async () => {
    const element = await open();
    element.remove();
    expect(company.listeners()).toBe(0);
  });
});

describe('kudos: a thank-you that is not sent', () => {
  it('is filled in again after a reload, and is sent once', async () => {
    const before = await open();
    await fill(['bram'], 'You fixed the oven');
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await userEvent.click(button('Give kudos'));
    await expect.element(alert).toBeVisible();
    before.remove();

    await open();
    await userEvent.click(start);
    await expect.element(reason).toHaveValue('You fixed the oven');
    await expect.element(button('Remove Bram Okafor')).toBeVisible();
    await userEvent.click(button('Give kudos'));
    await expect.element(start).toBeVisible();
    expect(await given()).toHaveLength(1);
  });

  it('is forgotten when it is given up', async () => {
    await open();
    await fill(['bram'], 'You fixed the oven');
    await userEvent.click(button('Cancel'));
    await userEvent.click(start);
    await expect.element(reason).toHaveValue('');
  });

  it('is nobody else’s who signs in to the same tab', async () => {
    const before = await open();
    await fill(['bram'], 'You fixed the oven');
    before.remove();
    await mount('kantine-kudos', { community: company.as('chika') });
    await userEvent.click(start);
    await expect.element(reason).toHaveValue('');
  });

  it('is left out when the storage holds something else', async () => {
    sessionStorage.setItem(
      `kantine.draft.${draftName('', cast.anna.id, 'kudos-')}`,
      '{"reason":7}',
    );
    await open();
    await userEvent.click(start);
    await expect.element(reason).toHaveValue('');
  });
});
