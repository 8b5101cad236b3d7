import { Forbidden, Offline } from '@kantine/core';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, mount, shownText } from '../testing/index.ts';
import './define.ts';
import type { SetupNeed, SetupReader } from './situation.ts';

const owner: SetupNeed = { kind: 'missing', canSetUp: true, owners: ['Ada Lovelace'] };
const visitor: SetupNeed = {
  kind: 'missing',
  canSetUp: false,
  owners: ['Ada Lovelace', 'Dorothea van Oosterhout-Grootenboer-Schimmelpenninck'],
};
const button = (name: string) => page.getByRole('button', { name });

describe('a site that is not set up', () => {
  it('is accessible to owners and visitors, at rest, at work and after an error', async () => {
    for (const situation of [owner, visitor, { ...owner, kind: 'outdated' } as const]) {
      await expectAccessible(await mount('kantine-setup', { situation }));
    }
    await expectAccessible(await mount('kantine-setup', { situation: visitor, brief: true }));
    const busy = await mount('kantine-setup', {
      situation: owner,
      setUp: () => new Promise<void>(() => undefined),
    });
    await button('Set up').click();
    await expectAccessible(busy);
    const failed = await mount('kantine-setup', {
      situation: owner,
      setUp: () => Promise.reject(new Offline()),
    });
    await button('Set up').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(failed);
  });

  it('asks an owner for one press, and says when it is done', async () => {
    const setUp = vi.fn(() => Promise.resolve());
    const element = await mount('kantine-setup', { situation: owner, setUp });
    const done = new Promise((resolve) => element.addEventListener('kantine-set-up', resolve));
    expect(shownText(element)).toContain('Three steps');
    await button('Set up').click();
    await done;
    expect(setUp).toHaveBeenCalledOnce();
  });

  it('is set up once, however often the button is pressed', async () => {
    let finish = (): void => undefined;
    const setUp = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const element = await mount('kantine-setup', { situation: owner, setUp });
    await button('Set up').click();
    await button('Setting up…').click({ force: true });
    expect(shownText(element)).toContain('Keep this page open');
    finish();
    await expect.element(button('Set up')).toBeVisible();
    expect(setUp).toHaveBeenCalledOnce();
  });

  it('says what went wrong and goes on', async () => {
    const setUp = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Offline());
    setUp.mockResolvedValueOnce();
    const element = await mount('kantine-setup', { situation: owner, setUp });
    await button('Set up').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(shownText(element)).toMatch(/could not be reached.*What is done stays done/);
    const done = new Promise((resolve) => element.addEventListener('kantine-set-up', resolve));
    await button('Try again').click();
    await done;
    expect(page.getByRole('alert').query()).toBeNull();
  });

  it('says before an update which lists it cannot help', async () => {
    const outdated = { ...owner, kind: 'outdated' } as const;
    const element = await mount('kantine-setup', { situation: outdated });
    expect(shownText(element)).not.toContain('20,000');
    const long = await mount('kantine-setup', { situation: { ...outdated, tooLong: 2 } });
    expect(shownText(long)).toContain('more than 20,000 entries, too many for a new index');
    await expectAccessible(long);
  });

  it('tells an owner whose right was taken away', async () => {
    const setUp = () => Promise.reject(new Forbidden('site'));
    const element = await mount('kantine-setup', { situation: owner, setUp });
    await button('Set up').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(shownText(element)).toContain('no access');
  });

  it('tells a visitor whom to ask, and offers no button', async () => {
    const element = await mount('kantine-setup', { situation: visitor });
    expect(shownText(element)).toContain('Ada Lovelace');
    expect(page.getByRole('button').query()).toBeNull();
    const unknown = await mount('kantine-setup', { situation: { ...visitor, owners: [] } });
    expect(shownText(unknown)).toContain('An owner of this site can do it');
  });
});

const reader = (id: number, name: string, more: Partial<SetupReader> = {}): SetupReader => ({
  id,
  name,
  kind: 'site-group',
  isIn: true,
  isNew: false,
  ...more,
});
const readers = [
  reader(6, 'Intranet Members', { people: 1_204, guests: 3 }),
  reader(7, 'Intranet Visitors', { holds: ['Everyone except external users'] }),
  reader(8, 'Kitchen staff', { kind: 'directory-group' }),
  reader(9, 'Everyone', { kind: 'everyone', isIn: false }),
  reader(10, 'Eve Lund', { kind: 'guest', isIn: false, isNew: true }),
];
const ticked = (): readonly string[] =>
  page
    .getByRole('checkbox')
    .elements()
    .filter((box) => (box as HTMLInputElement).checked)
    .map((box) => box.closest('label')?.querySelector('bdi')?.textContent ?? '');
const box = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });

describe('who takes part', () => {
  it('S-B1: is what an owner ticks, with kind and number, guests and everyone not by themselves', async () => {
    const setUp = vi.fn(() => Promise.resolve());
    const element = await mount('kantine-setup', { situation: { ...owner, readers }, setUp });
    await expectAccessible(element);
    expect(ticked()).toEqual(['Intranet Members', 'Intranet Visitors', 'Kitchen staff']);
    const text = shownText(element);
    expect(text).toContain('Group of this site · 1,204 people · 3 guests among them');
    expect(text).toContain('with Everyone except external users in it');
    await box('Intranet Visitors').click();
    await box('Eve Lund').click();
    await button('Set up').click();
    await expect.poll(() => setUp.mock.calls.length).toBe(1);
    expect(setUp).toHaveBeenCalledWith(expect.any(Function), { in: [6, 8, 10], out: [7, 9] });
  });

  it('S-B1: is asked again when somebody came, who stands first', async () => {
    const element = await mount('kantine-setup', {
      situation: { ...owner, kind: 'newcomers', readers },
      setUp: () => Promise.resolve(),
    });
    await expectAccessible(element);
    expect(shownText(element)).toContain('1 person or group has been added since you chose');
    expect(page.getByRole('checkbox').elements()[0]?.closest('label')?.textContent).toMatch(
      /Eve Lund\s*new/,
    );
    await expect.element(button('Save')).toBeVisible();
  });

  it('S-B1: keeps what an owner ticked when an attempt failed', async () => {
    const setUp = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Offline());
    const situation = { ...owner, readers };
    const element = await mount('kantine-setup', { situation, setUp });
    await box('Everyone').click();
    await button('Set up').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    element.situation = { ...situation, readers: readers.map((each) => ({ ...each })) };
    await element.updateComplete;
    expect(ticked()).toContain('Everyone');
  });

  it('S-B1: a reader whom the owner left out is told so in one sentence, and whom to ask', async () => {
    const situation = { kind: 'left-out', owners: ['Ada Lovelace'] } as const;
    const element = await mount('kantine-setup', { situation });
    expect(shownText(element)).toMatch(/has not opened Kantine to you.*ask Ada Lovelace/);
    expect(shownText(element)).not.toContain('set up');
    await expectAccessible(element);
    const unknown = await mount('kantine-setup', { situation: { ...situation, owners: [] } });
    expect(shownText(unknown)).toContain('Ask them');
    const brief = await mount('kantine-setup', { situation, brief: true });
    expect(shownText(brief)).toBe('Kantine is not open to you on this site.');
  });
});

describe('what an owner has to know', () => {
  it('is how far it is, step by step', async () => {
    let tell: (done: number, all: number) => void = () => undefined;
    const setUp = (told: typeof tell): Promise<void> => {
      tell = told;
      return new Promise(() => undefined);
    };
    const element = await mount('kantine-setup', { situation: owner, setUp });
    await button('Set up').click();
    tell(4, 38);
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '4');
    expect(shownText(element)).toContain('Step 5 of 38');
    await expectAccessible(element);
    tell(38, 38);
    await expect.element(page.getByText('Step 38 of 38')).toBeVisible();
  });

  it('is which lists a member made beforehand, and what to do', async () => {
    const situation = { ...owner, refused: ['KantinePosts', 'KantineKudos'] };
    const element = await mount('kantine-setup', { situation });
    expect(shownText(element)).toMatch(/KantinePosts and KantineKudos\. Delete each/);
    await expectAccessible(element);
  });

  it('is which lists somebody deleted, and what to do', async () => {
    const situation = { ...owner, gone: ['KantinePosts', 'KantineKudos'] };
    const element = await mount('kantine-setup', { situation });
    expect(shownText(element)).toMatch(/KantinePosts and KantineKudos\. Restore each/);
    await expectAccessible(element);
  });

  it('is which closed groups stay behind, before the update and once after it', async () => {
    const unfit = [{ why: 'members' }, { why: 'stewards' }, { why: 'stewards' }] as const;
    const before = { ...owner, kind: 'outdated', unfit } as const;
    const update = await mount('kantine-setup', { situation: before });
    expect(shownText(update)).toContain('One closed group of an earlier version cannot');
    expect(shownText(update)).toContain('2 closed groups of an earlier version cannot');
    await expectAccessible(update);
    const after = await mount('kantine-setup', { situation: { kind: 'ready', unfit } });
    await expectAccessible(after);
    const seen = new Promise((resolve) => after.addEventListener('kantine-seen', resolve));
    await button('Understood').click();
    await seen;
  });
});
