import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { settingsOf } from '@kantine/elements/registry';
import { widget as profileCard } from '@kantine/elements/profile-card/widget';
import { slowCommunity } from '../../testing/slow-community.ts';
import { words as en } from '../words/en.ts';
import './macro-config.ts';
import type { MacroConfig } from './macro-config.ts';

const people = [
  { id: 'ada', name: 'Ada Lindqvist', active: true },
  { id: 'ben', name: 'Ben Vautier', active: true },
  { id: 'cy', name: 'Cy Twombly', active: true },
] as const;
const company = slowCommunity(people);

let form: MacroConfig;
let saved: unknown[];
afterEach(() => form.remove());

function open(config: Record<string, unknown>, save?: () => Promise<unknown>): MacroConfig {
  saved = [];
  form = Object.assign(document.createElement('kantine-macro-config'), {
    community: company.community,
    words: en,
    settings: settingsOf(profileCard),
    config,
    save: save ?? ((all: unknown) => Promise.resolve(saved.push(all))),
  });
  document.body.append(form);
  return form;
}

const removing = (name: string) => page.getByRole('button', { name: `Remove ${name}` });
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('the settings of a macro', () => {
  it('name the person whose card it is, and somebody else when one is chosen', async () => {
    open({ person: 'ben' });
    await expect.element(removing('Ben Vautier')).toBeVisible();
    await page.getByRole('combobox').fill('cy');
    await page.getByRole('option').first().click();
    await expect.element(removing('Cy Twombly')).toBeVisible();
    expect(removing('Ben Vautier').query()).toBeNull();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => saved).toEqual([{ person: 'cy' }]);
  });

  it('name nobody whose answer came after that about somebody else', async () => {
    const release = company.holdNext();
    const element = open({ person: 'ben' });
    await element.updateComplete;
    element.config = { person: 'cy' };
    await expect.element(removing('Cy Twombly')).toBeVisible();
    release();
    await aMoment();
    await expect.element(removing('Cy Twombly')).toBeVisible();
    expect(removing('Ben Vautier').query()).toBeNull();
  });

  it('are saved once at a time, and again after a failure', async () => {
    let calls = 0;
    let fail = (): void => undefined;
    open({}, () => {
      calls += 1;
      return new Promise((_resolve, reject) => {
        fail = () => reject(new Error('Confluence did not answer.'));
      });
    });
    const save = page.getByRole('button', { name: 'Save' });
    await save.click();
    await expect.element(save).toHaveAttribute('aria-disabled', 'true');
    (save.element() as HTMLElement).click();
    expect(calls).toBe(1);
    fail();
    await expect.element(page.getByRole('alert')).toHaveTextContent(en.notSaved);
    await save.click();
    expect(calls).toBe(2);
    expect(page.getByRole('alert').query()).toBeNull();
  });
});
