/** After an own write the widget shows what the write answered, and asks for nothing that it shows. */
import type { GroupAccess } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { callsAfter, cast, mount, shownText, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Groups } from './groups.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const council = 'Works council';

/** What is called when a button is pressed, until something is said. */
const callsOf = (name: string, said: string) =>
  callsAfter(
    company,
    () => userEvent.click(button(name)),
    () => expect.element(page.getByText(said)).toBeInTheDocument(),
  );

async function open(): Promise<Groups> {
  const element = await mount('kantine-groups', { community: company.reader });
  await expect.element(heading('Groups')).toBeVisible();
  return element;
}

let keys = 0;
const create = async (person: Role, name: string, access: GroupAccess): Promise<string> => {
  const input = { name, purpose: '', access, key: `key-of-group-${(keys += 1)}` };
  return (await company.as(person).groups.create(input)).id;
};

describe('groups: an own write', () => {
  it('shows that the reader joined, with their face, and that they left', async () => {
    const element = await open();
    expect(await callsOf('Join: The bakery', 'You are in “The bakery” now.')).toEqual([
      'groups.join',
    ]);
    await expect.element(heading('Your groups')).toBeVisible();
    expect(shownText(element)).toContain('2 members');
    await userEvent.click(button('Members: The bakery'));
    await expect.element(page.getByRole('list', { name: 'Members' })).toBeVisible();
    expect(await callsOf('Leave: The bakery', 'You have left “The bakery”.')).toEqual([
      'groups.leave',
    ]);
    await expect.element(button('Join: The bakery')).toBeVisible();
    expect(heading('Your groups').query()).toBeNull();
    expect(shownText(element)).toContain('1 member');
    expect(page.getByRole('list', { name: 'Members' }).query()).toBeNull();
  });

  it.each(['Open', 'Closed', 'Secret'])('shows a group that was started: %s', async (access) => {
    await open();
    await userEvent.click(button('Start a group'));
    await userEvent.fill(page.getByRole('textbox', { name: 'What is it called?' }), 'Running');
    await userEvent.click(page.getByRole('radio', { name: new RegExp(`^${access}`) }));
    expect(await callsOf('Start group', '“Running” has started.')).toEqual(['groups.create']);
    await expect.element(button('Leave: Running')).toBeVisible();
  });

  it('shows that the reader asks to be let in, and no longer does', async () => {
    await create('bram', council, 'closed');
    await open();
    await userEvent.click(button(`Ask to join: ${council}`));
    const asked = `You have asked to join “${council}”.`;
    expect(await callsOf('Ask', asked)).toEqual(['groups.ask']);
    const taken = 'Your request has been taken back.';
    expect(await callsOf(`Take back: ${council}`, taken)).toEqual(['groups.endAsk']);
    await expect.element(button(`Ask to join: ${council}`)).toBeVisible();
  });

  it('takes a closed group that the reader left out of their own', async () => {
    const group = await create('bram', council, 'closed');
    await company.as('bram').groups.admit({ group, person: cast.anna.id, role: 'member' });
    await open();
    await userEvent.click(button(`Leave: ${council}`));
    const calls = await callsOf(`Leave this group: ${council}`, `You have left “${council}”.`);
    expect(calls).toEqual(['groups.leave']);
    await expect.element(button(`Ask to join: ${council}`)).toBeVisible();
  });

  it('takes a secret group that the reader left off the page', async () => {
    const group = await create('bram', 'Surprise', 'secret');
    await company.as('bram').groups.admit({ group, person: cast.anna.id, role: 'member' });
    const element = await open();
    await userEvent.click(button('Leave: Surprise'));
    const calls = await callsOf('Leave this group: Surprise', 'You have left “Surprise”.');
    expect(calls).toEqual(['groups.leave']);
    expect(element.shadowRoot?.querySelectorAll('kantine-group-item')).toHaveLength(1);
  });

  it('shows a group that an owner has yet to make, and takes it back', async () => {
    company = await stage('anna', { owners: ['bram'] });
    await open();
    await userEvent.click(button('Start a group'));
    await userEvent.fill(page.getByRole('textbox', { name: 'What is it called?' }), council);
    await userEvent.click(page.getByRole('radio', { name: /^Closed/ }));
    const said = 'An owner of this site has yet to set it up.';
    expect(await callsOf('Start group', said)).toEqual(['groups.create']);
    const taken = 'Your request has been taken back.';
    expect(await callsOf(`Take back: ${council}`, taken)).toEqual(['groups.decline']);
    await expect.poll(() => heading(council).elements()).toEqual([]);
  });

  it.each([
    ['Approve', 'groups.approve', `“${council}” is set up.`],
    ['Decline', 'groups.decline', `The request for “${council}” has been declined.`],
  ])('takes a request that was answered off the page: %s', async (name, operation, said) => {
    company = await stage('anna', { owners: ['anna'] });
    await create('chika', council, 'closed');
    await open();
    expect(await callsOf(`${name}: ${council}`, said)).toEqual([operation]);
    expect(heading('Waiting for your approval').query()).toBeNull();
  });
});

describe('the members of a group: an own write', () => {
  it('shows who was let in, has a new role and was taken out', async () => {
    await create('anna', council, 'closed');
    await open();
    await userEvent.click(button(`Members: ${council}`));
    await userEvent.fill(page.getByRole('combobox'), 'bram');
    await userEvent.click(page.getByRole('option').first());
    expect(await callsOf('Let in', 'They are members now.')).toEqual(['groups.invite']);
    const named = `${cast.bram.name} has a new role.`;
    expect(await callsOf(`Make steward: ${cast.bram.name}`, named)).toEqual(['groups.admit']);
    await expect.element(button(`No longer steward: ${cast.bram.name}`)).toBeVisible();
    const gone = `${cast.bram.name} is no longer in the group.`;
    expect(await callsOf(`Remove from the group: ${cast.bram.name}`, gone)).toEqual([
      'groups.expel',
    ]);
    expect(button(`Remove from the group: ${cast.bram.name}`).query()).toBeNull();
  });

  it('shows who was let in of those who ask, and who was not', async () => {
    const group = await create('anna', council, 'closed');
    for (const role of ['bram', 'dora'] as const) {
      await company.as(role).groups.ask({ group, note: '' });
    }
    await open();
    await userEvent.click(button(`Members: ${council}`));
    const isIn = `${cast.bram.name} is in now.`;
    expect(await callsOf(`Let in: ${cast.bram.name}`, isIn)).toEqual(['groups.admit']);
    await expect.element(button(`Remove from the group: ${cast.bram.name}`)).toBeVisible();
    const notNow = `${cast.dora.name} was not let in, and may ask again.`;
    expect(await callsOf(`Not now: ${cast.dora.name}`, notNow)).toEqual(['groups.endAsk']);
    expect(page.getByText('Ask to be let in').query()).toBeNull();
  });
});

describe('groups: a colleague’s write', () => {
  it('is asked for once', async () => {
    await open();
    const calls = await callsAfter(
      company,
      () => create('chika', 'Running', 'open'),
      () => expect.element(heading('Running')).toBeVisible(),
    );
    expect(calls).toEqual(['people.me', 'groups.browse', 'groups.requests']);
  });
});
