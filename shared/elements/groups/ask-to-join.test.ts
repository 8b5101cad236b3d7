import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draftName } from '../kit/drafts.ts';
import { cast, mount, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
  await company.as('bram').groups.create({ name: 'Council', purpose: '', access: 'closed' });
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const line = page.getByRole('textbox', { name: 'A line for its stewards (optional)' });

async function openForm(): Promise<HTMLElement> {
  const element = await mount('kantine-groups', { community: company.reader });
  await userEvent.click(button('Ask to join: Council'));
  return element;
}

/** What stewards are told. */
async function notes(): Promise<readonly string[]> {
  const [council] = await company.as('bram').groups.own();
  const asks = await company.as('bram').groups.asks({ group: council?.id ?? '' });
  return asks.map(({ note }) => note);
}

describe('a line for the stewards of a group', () => {
  it('survives a failed attempt and a reload, and is sent once', async () => {
    const before = await openForm();
    await userEvent.fill(line, 'I was elected');
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(button('Ask'));
    await expect.element(page.getByRole('alert')).toBeVisible();
    company.faults.heal();
    before.remove();

    await openForm();
    await expect.element(line).toHaveValue('I was elected');
    await userEvent.click(button('Ask'));
    await expect.element(button('Take back: Council')).toBeVisible();
    expect(await notes()).toEqual(['I was elected']);
    await userEvent.click(button('Take back: Council'));
    await userEvent.click(button('Ask to join: Council'));
    await expect.element(line).toHaveValue('');
  });

  it('is nobody else’s who signs in to the same tab, and another group’s neither', async () => {
    await company.as('bram').groups.create({ name: 'Choir', purpose: '', access: 'closed' });
    const before = await openForm();
    await userEvent.fill(line, 'I was elected');
    await userEvent.click(button('Cancel'));
    await userEvent.click(button('Ask to join: Choir'));
    await expect.element(line).toHaveValue('');
    before.remove();
    await mount('kantine-groups', { community: company.as('chika') });
    await userEvent.click(button('Ask to join: Council'));
    await expect.element(line).toHaveValue('');
  });

  it('is left out when the storage holds something else', async () => {
    const [council] = (await company.reader.groups.browse()).others.filter(
      ({ name }) => name === 'Council',
    );
    const name = draftName('', cast.anna.id, 'ask', council?.id);
    sessionStorage.setItem(`kantine.draft.${name}`, '{"note":7,"key":"a-key"}');
    await openForm();
    await expect.element(line).toHaveValue('');
  });
});
