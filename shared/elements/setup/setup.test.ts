import { Forbidden, Offline } from '@kantine/core';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, mount, shownText } from '../testing/index.ts';
import './define.ts';
import type { SetupSituation } from './setup.ts';

const owner: SetupSituation = { kind: 'missing', canSetUp: true, owners: ['Ada Lovelace'] };
const visitor: SetupSituation = {
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
