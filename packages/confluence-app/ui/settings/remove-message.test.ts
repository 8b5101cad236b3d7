import { Forbidden } from '@kantine/core';
import type { MessageToRemove } from '@kantine/confluence-host/page';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { slowCommunity } from '../../testing/slow-community.ts';
import type { SlowCommunity } from '../../testing/slow-community.ts';
import { words as en } from '../words/en.ts';
import './remove-message.ts';
import type { RemoveMessageForm } from './remove-message.ts';

const people = [
  { id: 'root', name: 'Rosa Root', active: true },
  { id: 'ben', name: 'Ben Vautier', active: true },
] as const;

let company: SlowCommunity;
let form: RemoveMessageForm;
let removed: MessageToRemove[];
let refusal: Error | undefined;
const posts = new Map<string, string>();

beforeEach(async () => {
  sessionStorage.clear();
  company = slowCommunity(people);
  removed = [];
  refusal = undefined;
  for (const name of ['Choir', 'Lunch']) {
    const { id: group } = await company.as('ben').groups.create({ name, purpose: '' });
    const post = { group, text: `Written in ${name}`, key: `key-of-the-post-${name}` };
    posts.set(name, (await company.as('ben').wall.post(post)).id);
  }
  await open();
});
afterEach(() => form.remove());

async function open(): Promise<void> {
  form = Object.assign(document.createElement('kantine-remove-message'), {
    community: company.community,
    words: en,
    settings: {
      removeMessage: (message: MessageToRemove) => {
        if (refusal) return Promise.reject(refusal);
        removed.push(message);
        return Promise.resolve();
      },
    },
  });
  document.body.append(form);
  await page.getByRole('button', { name: en.chooseMessage }).click();
  await expect.element(group).toBeVisible();
}

const group = page.getByRole('combobox', { name: 'Group' });
const which = page.getByRole('combobox', { name: en.removeWhich });
const reason = page.getByRole('textbox', { name: en.removeReason });
const remove = page.getByRole('button', { name: en.removeNow });
const choose = (name: string) => group.selectOptions(name);
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('removing a message', () => {
  it('takes it off the list from the answer, and is done once', async () => {
    await choose('Lunch');
    await reason.fill('we have no lift');
    await remove.click();
    await expect.element(page.getByText(en.removed)).toBeVisible();
    expect(removed).toMatchObject([{ kind: 'post', id: posts.get('Lunch') }]);
    expect(page.getByText('Ben Vautier: Written in Lunch').query()).toBeNull();
    await expect.element(reason).toHaveValue('');
  });

  it('never is about a message of a group that was chosen before', async () => {
    const release = company.holdNext();
    await choose('Choir');
    await choose('Lunch');
    await expect.element(which).toMatchTextContent('Written in Lunch');
    release();
    await aMoment();
    await expect.element(which).toMatchTextContent('Ben Vautier: Written in Lunch');
    await reason.fill('we have no lift');
    await remove.click();
    await expect.element(page.getByText(en.removed)).toBeVisible();
    expect(removed).toMatchObject([{ id: posts.get('Lunch') }]);
  });

  it('offers nothing while the messages of another group are read', async () => {
    await choose('Choir');
    await expect.element(which).toBeVisible();
    const release = company.holdNext();
    await choose('Lunch');
    await expect.poll(() => which.query()).toBeNull();
    release();
    await expect.element(which).toMatchTextContent('Written in Lunch');
  });

  it('keeps the reason through a refusal and a reload', async () => {
    await choose('Lunch');
    await reason.fill('we have no lift');
    refusal = new Forbidden('the settings of this site');
    await remove.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(en.cannotRemove);
    await expect.element(reason).toHaveValue('we have no lift');
    form.remove();
    await open();
    await choose('Lunch');
    await expect.element(reason).toHaveValue('we have no lift');
  });

  it('needs a reason of three words', async () => {
    await choose('Lunch');
    await reason.fill('too short');
    await remove.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(en.reasonTooShort);
    expect(removed).toEqual([]);
  });
});
