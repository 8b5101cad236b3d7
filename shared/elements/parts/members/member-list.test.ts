import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLanguage } from '../../locale/locale.ts';
import { cast, expectAccessible, focused, mount, shownText, stage } from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { MemberList } from './member-list.ts';
import './define.ts';

const crowd = Array.from({ length: 45 }, (_, at) => `colleague ${String(at).padStart(2, '0')}`);

let company: Stage;
beforeEach(async () => {
  company = await stage('anna', { besides: crowd });
});

async function join(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    company.travel(60_000);
    await company.asOther(id).groups.join({ group: company.group });
  }
}

const list = page.getByRole('list', { name: 'Members' });
const items = () => list.getByRole('listitem').elements();
const more = page.getByRole('button', { name: 'Show more' });

async function open(group = company.group): Promise<MemberList> {
  const element = await mount('kantine-member-list', { community: company.reader, group });
  await expect.element(list).toBeVisible();
  return element;
}

describe('members: accessible', () => {
  it('loading, a few, many, and failed', async () => {
    await expectAccessible(await mount('kantine-member-list', {}));
    await company.as('dora').groups.join({ group: company.group });
    await expectAccessible(await open());
    await join(crowd);
    await expectAccessible(await open());
    company.faults.inject({ kind: 'offline', on: 'read' });
    const { group } = company;
    const failed = await mount('kantine-member-list', { community: company.reader, group });
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(failed);
  });
});

describe('members of an open group', () => {
  it('are there with their faces and what they do, and a card behind each name', async () => {
    await company.as('chika').groups.join({ group: company.group });
    const element = await open();
    expect(shownText(element)).toContain('Buyer');
    expect(element.shadowRoot?.querySelectorAll('.initials')).toHaveLength(items().length);
    await userEvent.click(page.getByRole('button', { name: cast.chika.name }));
    await expect.element(page.getByRole('dialog', { name: 'About Chika Tanaka' })).toBeVisible();
  });

  it('come page by page, and the keyboard goes on with the first of the next', async () => {
    await join(crowd);
    await open();
    expect(items()).toHaveLength(30);
    expect(items()[0]?.textContent).toBeDefined();
    (more.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => items().length).toBe(46);
    await expect.element(more).not.toBeInTheDocument();
    await expect.poll(() => focused() === items()[30]).toBe(true);
  });

  it('stay when a further page fails, which can be asked for again', async () => {
    await join(crowd);
    await open();
    company.faults.inject({ kind: 'offline', on: 'read' });
    await userEvent.click(more);
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(items()).toHaveLength(30);
    company.faults.heal();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => items().length).toBe(46);
  });

  it('change while somebody joins or leaves, also behind the first page', async () => {
    await join(crowd);
    await open();
    await userEvent.click(more);
    await expect.poll(() => items().length).toBe(46);
    await company.as('chika').groups.join({ group: company.group });
    await expect.poll(() => items().length).toBe(47);
    await company.asOther(crowd[44] ?? '').groups.leave({ group: company.group });
    await expect.poll(() => items().length).toBe(46);
  });
});

describe('members of a closed group', () => {
  it('are all there by name, for those inside', async () => {
    const about = {
      name: 'Council',
      purpose: '',
      access: 'closed',
      key: 'key-of-council',
    } as const;
    const { id } = await company.as('anna').groups.create(about);
    await company.as('anna').groups.admit({ group: id, person: 'chika', role: 'member' });
    await open(id);
    expect(items()).toHaveLength(2);
  });
});

describe('members, in other languages', () => {
  it.each([
    ['nl', 'Leden'],
    ['de', 'Mitglieder'],
    ['fr', 'Membres'],
  ])('%s', async (language, name) => {
    await useLanguage(language);
    const { group } = company;
    await mount('kantine-member-list', { community: company.reader, group });
    await expect.element(page.getByRole('list', { name })).toBeVisible();
    await useLanguage('en');
  });
});
