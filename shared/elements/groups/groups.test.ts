import { collections, communityContainer, limits } from '@kantine/core';
import type { GroupAccess } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  cast,
  expectAccessible,
  focused,
  focusedName,
  mount,
  shownText,
  stage,
} from '../testing/index.ts';
import { useLanguage } from '../locale/locale.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Groups } from './groups.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

async function open(): Promise<Groups> {
  const element = await mount('kantine-groups', { community: company.reader });
  await expect.element(page.getByRole('heading', { name: 'Groups', exact: true })).toBeVisible();
  return element;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const alert = page.getByRole('alert');
const field = (name: string) => page.getByRole('textbox', { name });
const start = button('Start a group');

let keys = 0;
const create = (person: Role, name: string, access: GroupAccess = 'open', purpose = '') =>
  company.as(person).groups.create({ name, purpose, access, key: `key-of-group-${(keys += 1)}` });

async function fill(name: string, access: string): Promise<void> {
  await userEvent.click(start);
  await userEvent.fill(field('What is it called?'), name);
  await userEvent.click(page.getByRole('radio', { name: new RegExp(`^${access}`) }));
}

describe('groups: accessible', () => {
  it('loading, filled and failed', async () => {
    await expectAccessible(await mount('kantine-groups', {}));
    await create('anna', 'Lebensmittel'.repeat(6), 'closed', 'Wort'.repeat(70));
    await create('anna', 'Secret santa', 'secret');
    await create('chika', 'Works council', 'closed');
    await expectAccessible(await open());
    company.faults.inject({ kind: 'offline', on: 'read' });
    const failed = await mount('kantine-groups', { community: company.reader });
    await expect.element(alert).toBeVisible();
    await expectAccessible(failed);
  });

  it('the form: empty, filled, refused', async () => {
    const element = await open();
    await userEvent.click(start);
    await expectAccessible(element);
    await userEvent.fill(field('What is it called?'), 'The bakery');
    await userEvent.click(button('Start group'));
    await expect.element(alert).toBeVisible();
    await expectAccessible(element);
  });

  it('the members of a closed group, seen by a steward', async () => {
    const { id: group } = await create('anna', 'Works council', 'closed');
    await company.as('anna').groups.admit({ group, person: 'dora', role: 'member' });
    const element = await open();
    await userEvent.click(button('Members: Works council'));
    await expect.element(button(`Make steward: ${cast.dora.name}`)).toBeVisible();
    await expectAccessible(element);
  });

  it('a request, as an owner and as its asker see it', async () => {
    company = await stage('anna', { owners: ['anna'] });
    await create('dora', 'W'.repeat(limits.groupName), 'closed', 'Wort'.repeat(70));
    await expectAccessible(await open());
    company = await stage('anna', { owners: ['bram'] });
    await create('anna', 'Works council', 'secret');
    await expectAccessible(await open());
  });
});

describe('groups', () => {
  it('are joined and left', async () => {
    await open();
    await userEvent.click(button('Join: The bakery'));
    await expect.element(page.getByText('You are in “The bakery” now.')).toBeVisible();
    await expect.element(heading('Your groups')).toBeVisible();
    expect((await company.as('chika').groups.list())[0]).toMatchObject({ memberCount: 2 });
    await userEvent.click(button('Leave: The bakery'));
    await expect.element(button('Join: The bakery')).toBeVisible();
  });

  it('move under a pointer at rest without a card that covers them', async () => {
    await open();
    await userEvent.click(button('Join: The bakery'));
    await expect.element(button('Leave: The bakery')).toBeVisible();
    // Wherever the pointer stands now, it has not moved since.
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(page.getByRole('dialog').query()).toBeNull();
  });

  it('say what went wrong, and work again when tried again', async () => {
    await open();
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(button('Join: The bakery'));
    await expect.element(alert.getByText(/could not be reached/)).toBeVisible();
    await userEvent.click(button('Join: The bakery'));
    await expect.element(button('Leave: The bakery')).toBeVisible();
  });

  it('open their wall in place, and lead back to where the reader was', async () => {
    await company.post('bram', 'Bread is out');
    await open();
    await userEvent.click(button('The bakery'));
    await expect.element(page.getByText('Bread is out')).toBeVisible();
    await expect.poll(focusedName).toBe('All groups');
    await userEvent.click(button('All groups'));
    await expect.element(start).toBeVisible();
    await expect.poll(focusedName).toBe('The bakery');
  });

  it('that others start appear by themselves', async () => {
    const element = await open();
    await create('chika', 'Running');
    await expect.poll(() => shownText(element)).toContain('Running');
  });

  it('are found by name and purpose where there are many', async () => {
    const element = await open();
    await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
    for (let number = 1; number <= 8; number += 1) await create('bram', `Team ${number}`);
    await expect.element(page.getByRole('searchbox')).toBeVisible();
    await userEvent.fill(page.getByRole('searchbox'), 'BREAD');
    await expect.poll(() => shownText(element)).not.toContain('Team 3');
    expect(shownText(element)).toContain('The bakery');
    await userEvent.fill(page.getByRole('searchbox'), 'nothing like it');
    await expect.element(page.getByText('No group has that name')).toBeVisible();
  });

  it('that are closed to the reader are named, and do not open', async () => {
    await create('bram', 'Works council', 'closed');
    await create('bram', 'Surprise for Anna', 'secret');
    const element = await open();
    await expect.element(button('Ask to join: Works council')).toBeVisible();
    await expect.element(button('Works council')).not.toBeInTheDocument();
    expect(shownText(element)).not.toContain('Surprise for Anna');
  });
});

describe('starting a group', () => {
  it.each([
    ['Open', 'open'],
    ['Closed', 'closed'],
    ['Secret', 'secret'],
  ] as const)('%s works', async (label, access) => {
    await open();
    await fill('Running', label);
    await userEvent.fill(field('What is it for? (optional)'), 'Every Tuesday');
    await userEvent.click(button('Start group'));
    await expect.element(page.getByText('“Running” has started.')).toBeVisible();
    await expect.poll(focusedName).toBe('Start a group');
    const found = await company.as('anna').groups.list();
    const made = { name: 'Running', purpose: 'Every Tuesday', access, joined: true };
    expect(found.find(({ name }) => name === 'Running')).toMatchObject(made);
  });

  it('with a name that is taken says so at the name', async () => {
    await open();
    await fill('the  bakery', 'Open');
    await userEvent.click(button('Start group'));
    await expect.element(alert.getByText(/There is already a group called/)).toBeVisible();
    await expect.poll(() => focused()?.id).toBe('name');
    await expect.element(field('What is it called?')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field('What is it called?')).toHaveValue('the  bakery');
  });

  it('keeps everything through a reload, and a lost answer starts no second one', async () => {
    await open();
    await fill('Running', 'Secret');
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await userEvent.click(button('Start group'));
    await expect.element(alert).toBeVisible();
    await open();
    await userEvent.click(start);
    await expect.element(field('What is it called?')).toHaveValue('Running');
    await expect.element(page.getByRole('radio', { name: /^Secret/ })).toBeChecked();
    await userEvent.click(button('Start group'));
    await expect.element(page.getByText('“Running” has started.')).toBeVisible();
    const found = await company.as('anna').groups.list();
    expect(found.filter(({ name }) => name === 'Running')).toHaveLength(1);
  });
});

describe('the members of a closed group', () => {
  let group: string;
  beforeEach(async () => {
    group = (await create('anna', 'Works council', 'closed')).id;
    await open();
    await userEvent.click(button('Members: Works council'));
  });

  const members = async () =>
    (await company.as('anna').groups.members({ group })).map(({ person, role }) => [
      person.id,
      role,
    ]);

  it('are let in, made stewards and taken out by a steward', async () => {
    await userEvent.fill(page.getByRole('combobox'), 'bram');
    await userEvent.click(page.getByRole('option').first());
    await userEvent.click(button('Let in'));
    await userEvent.click(button('Make steward: Bram Okafor'));
    await expect.element(button('No longer steward: Bram Okafor')).toBeVisible();
    expect(await members()).toEqual([
      ['anna', 'steward'],
      ['bram', 'steward'],
    ]);
    await userEvent.click(button('Remove from the group: Bram Okafor'));
    await expect.poll(members).toEqual([['anna', 'steward']]);
  });

  it('keep whom the server refused in the field', async () => {
    await userEvent.fill(page.getByRole('combobox'), 'bram');
    await userEvent.click(page.getByRole('option').first());
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(button('Let in'));
    await expect.element(alert).toBeVisible();
    await userEvent.click(button('Let in'));
    await expect.poll(members).toContainEqual(['bram', 'member']);
  });

  it('keep a steward: the last one is told to name another first', async () => {
    await company.as('anna').groups.admit({ group, person: 'bram', role: 'member' });
    await userEvent.click(button('Leave: Works council'));
    await userEvent.click(button('Leave this group: Works council'));
    await expect.element(alert.getByText(/A group needs a steward/)).toBeVisible();
    expect(await members()).toHaveLength(2);
  });
});

describe('where owners make closed groups', () => {
  it('a person who asks is told to wait, and may take it back', async () => {
    company = await stage('anna', { owners: ['bram'] });
    await open();
    await fill('Works council', 'Closed');
    await userEvent.click(button('Start group'));
    await expect
      .element(page.getByText(/An owner of this site has been asked to set up “Works council”/))
      .toBeVisible();
    await expect
      .element(page.getByText('An owner of this site has yet to set it up.'))
      .toBeVisible();
    expect(await company.as('bram').groups.requests()).toHaveLength(1);
    await userEvent.click(button('Take back: Works council'));
    await expect.element(page.getByText('Your request has been taken back.')).toBeVisible();
    expect(await company.as('bram').groups.requests()).toEqual([]);
  });

  it('an owner approves with one click', async () => {
    company = await stage('anna', { owners: ['anna'] });
    const { id: group } = await create('chika', 'Works council', 'closed');
    await open();
    await expect.element(heading('Waiting for your approval')).toBeVisible();
    await userEvent.click(button('Approve: Works council'));
    await expect.element(page.getByText('“Works council” is set up.')).toBeVisible();
    await expect.element(heading('Waiting for your approval')).not.toBeInTheDocument();
    await company.as('chika').groups.list();
    expect(await company.as('chika').groups.read({ group })).toMatchObject({ steward: true });
  });

  it('an owner declines', async () => {
    company = await stage('anna', { owners: ['anna'] });
    await create('chika', 'Works council', 'secret');
    await open();
    await userEvent.click(button('Decline: Works council'));
    await expect.element(heading('Waiting for your approval')).not.toBeInTheDocument();
    expect(await company.as('chika').groups.list()).toHaveLength(1);
  });
});

describe('groups: many, and changed ones', () => {
  const day = 24 * 60 * 60_000;

  /** Seventy groups of a colleague, ten a day. */
  async function startMany(): Promise<void> {
    const store = company.storeOf('chika');
    for (let turn = 0; turn < 70; turn += 1) {
      if (turn % 10 === 0) company.travel(day);
      const name = `club ${turn}`;
      const fields = { name, title: name, purpose: '', access: 'open' };
      await store.insert(collections.groups, communityContainer, name, fields);
    }
  }

  it('T9: shows the reader’s own first, and older ones when asked', async () => {
    await company.reader.groups.join({ group: company.group });
    await startMany();
    const element = await open();
    await expect.element(heading('Your groups')).toBeVisible();
    await expect.element(heading('The bakery')).toBeVisible();
    expect(page.getByText(/^club /).elements()).toHaveLength(60);
    await expectAccessible(element);
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    await userEvent.click(button('Show older groups'));
    await userEvent.click(button('Try again'));
    await expect.poll(() => page.getByText(/^club /).elements()).toHaveLength(70);
    expect(button('Show older groups').query()).toBeNull();
  });

  it('T9: searches what is shown, and says that there are older ones', async () => {
    await startMany();
    await open();
    await userEvent.fill(page.getByRole('searchbox'), 'club 3 of old');
    await expect.element(page.getByText(/^There are older groups/)).toBeVisible();
    await userEvent.click(button('Show older groups'));
    await expect.element(page.getByText('No group has that name')).toBeVisible();
  });

  it('T9: tells somebody who starts many to go on tomorrow', async () => {
    for (let turn = 0; turn < limits.groupsPerDay; turn += 1) await create('anna', `Club ${turn}`);
    await open();
    await fill('One more', 'Open');
    await userEvent.click(button('Start group'));
    await expect.element(alert).toMatchTextContent('started 10 groups today');
  });

  it('T10: shows a renamed group’s former name, and a nameless one as such', async () => {
    const { id: group } = await create('chika', 'Lunch run');
    for (const person of ['anna', 'bram'] as const) await company.as(person).groups.join({ group });
    const store = company.storeOf('chika');
    const ask = { kind: 'rows', collection: collections.groups, index: 'id', in: [group] } as const;
    const [{ records }] = await store.read([
      { ...ask, container: communityContainer, order: 'ascending', limit: 1 },
    ]);
    const [record] = records;
    if (!record) throw new Error('The group has no record.');
    company.travel(day);
    await store.update(collections.groups, record, { name: 'Sales', title: 'sales' });
    const element = await open();
    await expect.element(page.getByText('Formerly “Lunch run”')).toBeVisible();
    await expectAccessible(element);
  });
});

describe('groups: leaving a closed one', () => {
  const join = async (): Promise<string> => {
    const { id: group } = await create('bram', 'Works council', 'closed');
    await company.as('bram').groups.admit({ group, person: cast.anna.id, role: 'member' });
    return group;
  };

  it('asks first, accessibly, and goes back to where the reader was', async () => {
    await join();
    const element = await open();
    await userEvent.click(button('Leave: Works council'));
    await expect.poll(focusedName).toBe('Leave this group: Works council');
    await expectAccessible(element);
    await userEvent.click(button('Stay'));
    expect(focusedName()).toBe('Works council');
    await userEvent.click(button('Leave: Works council'));
    await userEvent.click(button('Leave this group: Works council'));
    await expect.element(page.getByText('You have left “Works council”.')).toBeVisible();
  });

  it('S-A6: asks a steward where nobody can leave, and is folded away at once', async () => {
    company = await stage('anna', { leaving: 'asked' });
    const group = await join();
    const element = await open();
    await userEvent.click(button('Leave: Works council'));
    await expectAccessible(element);
    await userEvent.click(button('Ask a steward to take me out: Works council'));
    await expect.element(page.getByText(/^A steward has been asked/)).toBeVisible();
    expect(button('Members: Works council').query()).toBeNull();
    expect(await company.as('bram').groups.asks({ group })).toMatchObject([
      { by: { id: cast.anna.id }, kind: 'leave' },
    ]);
  });

  it('S-A6: shows a steward who asks to be taken out', async () => {
    company = await stage('bram', { leaving: 'asked' });
    const group = await join();
    await company.as('anna').groups.leave({ group });
    const element = await open();
    await userEvent.click(button('Members: Works council'));
    await expect.element(page.getByText('Asks to be taken out')).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(button('Remove from the group: Anna de Vries'));
    await expect.poll(() => page.getByText('Asks to be taken out').elements()).toEqual([]);
  });
});

describe.each(['stewards', 'owners'] as const)('groups: asking %s to be let in', (asking) => {
  const openCompany = (role: Role) =>
    stage(role, { asking, ...(asking === 'owners' ? { owners: ['chika'] } : {}) });

  async function council(): Promise<string> {
    const { id: group } = await create('bram', 'Works council', 'closed');
    if (asking === 'owners') {
      await company.as('chika').groups.approve({ group, by: cast.bram.id });
      await company.as('bram').groups.browse({});
    }
    return group;
  }
  const ownerComesBy = () => company.as('chika').groups.requests();

  it('asks with a line, accessibly and by keyboard alone, says so, and takes it back', async () => {
    company = await openCompany('anna');
    await council();
    const element = await open();
    const ask = button('Ask to join: Works council');
    await expect.element(ask).toBeVisible();
    (ask.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused()?.id).toBe('note');
    await expectAccessible(element);
    await userEvent.keyboard('I was elected{Enter}');
    const done = page.getByText('You have asked to join “Works council”.');
    await expect.element(done).toBeVisible();
    await expect.poll(focusedName).toBe('Groups');
    await expect.element(page.getByText(/You have asked to join\./)).toBeVisible();
    const passes = page.getByText(/An owner of this site will pass it on\./).elements();
    expect(passes).toHaveLength(asking === 'owners' ? 1 : 0);
    await expectAccessible(element);
    await userEvent.click(button('Take back: Works council'));
    await expect.element(page.getByText('Your request has been taken back.')).toBeVisible();
    await expect.element(ask).toBeVisible();
  });

  it('keeps what was typed when asking fails, and gives up where the reader wants to', async () => {
    company = await openCompany('anna');
    await council();
    const element = await open();
    await userEvent.click(button('Ask to join: Works council'));
    const line = field('A line for its stewards (optional)');
    await userEvent.fill(line, 'I was elected');
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(button('Ask'));
    await expect.element(alert).toBeVisible();
    await expect.element(line).toHaveValue('I was elected');
    await expectAccessible(element);
    await userEvent.click(button('Cancel'));
    await expect.poll(focusedName).toBe('Ask to join: Works council');
    await expect.poll(() => alert.elements()).toEqual([]);
    company.faults.heal();
    await userEvent.click(button('Ask to join: Works council'));
    await expect.element(line).toHaveValue('I was elected');
    await userEvent.click(button('Ask'));
    await expect.element(button('Take back: Works council')).toBeVisible();
  });

  it('shows stewards who asks, lets one in, and another not now', async () => {
    company = await openCompany('bram');
    const group = await council();
    await company.as('anna').groups.ask({ group, note: 'I was <b>elected</b>' });
    await company.as('dora').groups.ask({ group, note: '' });
    await ownerComesBy();
    const element = await open();
    await userEvent.click(button('Members: Works council'));
    await expect.element(page.getByText('I was <b>elected</b>')).toBeVisible();
    const passer = page.getByText(`Passed on by ${cast.chika.name}`).elements();
    expect(passer).toHaveLength(asking === 'owners' ? 2 : 0);
    await expectAccessible(element);
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(button('Let in: Anna de Vries'));
    await expect.element(alert).toBeVisible();
    await userEvent.click(button('Let in: Anna de Vries'));
    await expect.element(page.getByText('Anna de Vries is in now.')).toBeInTheDocument();
    await expect.poll(focusedName).toBe('Members');
    await expect.element(button('Remove from the group: Anna de Vries')).toBeVisible();
    await userEvent.click(button(`Not now: ${cast.dora.name}`));
    await expect.poll(() => page.getByText('Ask to be let in').elements()).toEqual([]);
    expect(await company.as('bram').groups.asks({ group })).toEqual([]);
    expect((await company.as('anna').groups.browse({})).own).toMatchObject([{ joined: true }]);
  });
});

describe('groups: on a page in a space', () => {
  const show = button('Show groups of other spaces');
  /** The group of the stage is in this space, as are those that say so. */
  const isHere = ({ fields }: { readonly fields: unknown }): boolean =>
    /bakery|here/.test((fields as { readonly name: string }).name);

  beforeEach(async () => {
    company = await stage('anna', { isHere });
  });

  it('shows those of this space, and those of others when asked, in words that say so', async () => {
    await create('chika', 'Choir');
    await create('chika', 'Chess here');
    const element = await open();
    await expect.element(heading('Chess here')).toBeVisible();
    expect(heading('Choir').query()).toBeNull();
    await expectAccessible(element);
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    await userEvent.click(show);
    await userEvent.click(button('Try again'));
    await expect.element(heading('Choir')).toBeVisible();
    await expect.element(heading('The bakery')).toBeVisible();
    expect(show.query()).toBeNull();
    await expectAccessible(element);
  });

  it('shows the reader’s own of other spaces at once', async () => {
    const { id: group } = await create('chika', 'Choir');
    await company.reader.groups.join({ group });
    await open();
    await expect.element(heading('Your groups')).toBeVisible();
    await expect.element(heading('Choir')).toBeVisible();
  });

  it('searches what is shown, and says that there may be more in other spaces', async () => {
    await create('chika', 'Choir');
    await open();
    await userEvent.fill(page.getByRole('searchbox'), 'choir');
    await expect.element(page.getByText('None of these groups has that name')).toBeVisible();
    await expect.element(page.getByText(/^Other spaces may have groups/)).toBeVisible();
    await userEvent.click(show);
    await expect.element(heading('Choir')).toBeVisible();
  });

  it('says where a space has none, and where the others have no further ones', async () => {
    company = await stage('anna', { isHere, isEmpty: true });
    const element = await open();
    await expect.element(page.getByText('No groups in this space yet')).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(show);
    await expect
      .element(page.getByRole('status'))
      .toMatchTextContent('There are no further groups in the spaces that you can see.');
    await expect.element(page.getByText('No groups yet')).toBeVisible();
  });

  it('says it in the reader’s language', async () => {
    await open();
    for (const [language, words] of [
      ['nl', 'Groepen van andere ruimten tonen'],
      ['de', 'Gruppen anderer Bereiche anzeigen'],
      ['fr', 'Afficher les groupes d’autres espaces'],
      ['en', 'Show groups of other spaces'],
    ] as const) {
      await useLanguage(language);
      await expect.element(button(words)).toBeVisible();
    }
  });
});
