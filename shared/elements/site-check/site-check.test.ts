import { Forbidden } from '@kantine/core';
import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { useLanguage } from '../index.ts';
import { expectAccessible, focusedName, mount, settled, shownText } from '../testing/index.ts';
import './define.ts';
import type { CheckAnswer, SiteChecks } from './port.ts';

const answers: readonly CheckAnswer[] = [
  { id: 'dateHeader', answer: 'sent' },
  { id: 'clientObjects', answer: 'refused', detail: '403' },
];
const colleagues: CheckAnswer = { id: 'stamps', answer: 'works', detail: 'Author' };

const never = (): Promise<never> => new Promise(() => undefined);

/** A host that answers at once. */
function host(more: Partial<SiteChecks> = {}): SiteChecks & { readonly end: () => Promise<void> } {
  const end = vi.fn(() => Promise.resolve());
  return {
    alone: ['dateHeader', 'clientObjects'],
    long: { longSorting: 5001, uniquenessOff: 20_001 },
    withColleague: ['stamps'],
    run: async ({ tell, rows = 0 }) => {
      for (const answer of answers) tell(answer);
      if (rows >= 5001) tell({ id: 'longSorting', answer: 'throttled' });
    },
    invite: async () => ({
      token: 'abc',
      listen: async ({ tell }) => tell(colleagues),
      end,
    }),
    help: async (_, tell) => {
      tell?.(colleagues);
      return 'done';
    },
    ...more,
    end,
  };
}

const linkTo = (token: string): string => `https://contoso.test/#kantine-check=${token}`;
const button = (name: string) => page.getByRole('button', { name });
const copied = vi.spyOn(navigator.clipboard, 'writeText');

afterEach(() => {
  copied.mockReset();
  return useLanguage('en');
});

describe('the check of a site', () => {
  it('is accessible at rest, at work, with answers, with a link, and after an error', async () => {
    await expectAccessible(await mount('kantine-site-check', { checks: host(), linkTo }));
    const busy = await mount('kantine-site-check', { checks: host({ run: never }), linkTo });
    await button('Check').click();
    await expectAccessible(busy);
    const invitation = { token: 'abc', listen: never, end: () => Promise.resolve() };
    const checks = host({ invite: async () => invitation });
    const waiting = await mount('kantine-site-check', { checks, linkTo });
    await button('Check').click();
    await button('Make a link').click();
    await expect.element(page.getByRole('textbox')).toHaveValue(linkTo('abc'));
    await expectAccessible(waiting);
    const failed = await mount('kantine-site-check', {
      checks: host({ run: () => Promise.reject(new Forbidden('site')) }),
    });
    await button('Check').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(failed);
  });

  it.each(['nl', 'de', 'fr'])('fits into 320 px in %s', async (language) => {
    await useLanguage(language);
    const element = await mount('kantine-site-check', { checks: host(), linkTo });
    element.renderRoot.querySelector('button')?.click();
    await expect.element(page.getByRole('table')).toBeVisible();
    await expectAccessible(element);
  });

  it('says of each fact what was answered and what it means', async () => {
    await mount('kantine-site-check', { checks: host(), linkTo });
    await button('Check').click();
    const table = page.getByRole('table', { name: 'Answers of this site' });
    await expect
      .element(table.getByRole('row', { name: /by client\.svc Refused Closed groups cannot/ }))
      .toBeVisible();
    await expect
      .element(table.getByRole('row', { name: /what time it is Sent Kantine expects this/ }))
      .toBeVisible();
  });

  it('makes long lists on request alone', async () => {
    const element = await mount('kantine-site-check', { checks: host(), linkTo });
    await button('Check').click();
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(shownText(element)).not.toContain('Sorting more than 5,000 rows');
    await page.getByRole('combobox', { name: 'Long lists' }).selectOptions('5001');
    await button('Check again').click();
    await expect.element(page.getByRole('row', { name: /Sorting more than 5,000/ })).toBeVisible();
  });

  it('tells how far it is, and ends when it is told to', async () => {
    const checks = host({
      run: ({ tell, made, signal }) => {
        tell({ id: 'dateHeader', answer: 'sent' });
        made?.(100, 5001);
        return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
      },
    });
    await mount('kantine-site-check', { checks, linkTo });
    await button('Check').click();
    const status = page.getByRole('status');
    await expect.element(status).toMatchTextContent(/Rows made: 100 of 5001./);
    await button('Stop').click();
    await expect.element(button('Check again')).toBeVisible();
    await expect.element(status).toHaveTextContent('');
  });

  it('gives a link to a colleague, takes their answers, and takes away what was made', async () => {
    const checks = host();
    await mount('kantine-site-check', { checks, linkTo });
    await button('Check').click();
    await button('Make a link').click();
    await expect.element(page.getByRole('row', { name: /author or date.* Works/ })).toBeVisible();
    await expect.element(page.getByRole('status')).toMatchTextContent(/Your colleague is done./);
    expect(checks.end).toHaveBeenCalled();
  });

  it('takes away what was made when it is ended, or taken off the page', async () => {
    const end = vi.fn(() => Promise.resolve());
    const listen: Awaited<ReturnType<SiteChecks['invite']>>['listen'] = ({ signal }) =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
    const checks = host({ invite: async () => ({ token: 'abc', listen, end }) });
    const element = await mount('kantine-site-check', { checks, linkTo });
    await button('Check').click();
    await button('Make a link').click();
    await button('End without answers').click();
    await expect
      .element(page.getByRole('status'))
      .toMatchTextContent(/Everything made for this is gone/);
    expect(end).toHaveBeenCalledOnce();
    await button('Make a link').click();
    await expect.element(page.getByRole('textbox')).toBeVisible();
    element.remove();
    await settled();
    expect(end.mock.calls.length).toBeGreaterThan(1);
  });

  it('copies the table as text with codes for developers', async () => {
    copied.mockResolvedValue();
    await mount('kantine-site-check', { checks: host(), linkTo });
    await button('Check').click();
    await button('Copy as text').click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/Copied. It names nobody./);
    const text = copied.mock.calls[0]?.[0] ?? '';
    expect(text.split('\n')).toHaveLength(4);
    expect(text).toContain('by client.svc: Refused. Closed groups cannot be approved.');
    expect(text).toContain('[clientObjects=refused 403]');
  });

  it('shows the text where a page may not reach the clipboard', async () => {
    copied.mockRejectedValue(new Error('no'));
    await mount('kantine-site-check', { checks: host(), linkTo });
    await button('Check').click();
    await button('Copy as text').click();
    const field = page.getByRole('textbox', { name: 'Copy this text' });
    await expect
      .poll(() => (field.element() as HTMLTextAreaElement).value)
      .toContain('dateHeader=sent');
  });

  it('is worked by keyboard', async () => {
    await mount('kantine-site-check', { checks: host(), linkTo });
    await userEvent.keyboard('{Tab}{Tab}');
    expect(focusedName()).toBe('Check');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('table')).toBeVisible();
    await userEvent.keyboard('{Tab}');
    expect(focusedName()).toBe('Copy as text');
  });

  it('offers to close it where it is asked to', async () => {
    const element = await mount('kantine-site-check', { checks: host(), closable: true });
    const closed = vi.fn();
    element.addEventListener('kantine-close', closed);
    await button('Close').click();
    expect(closed).toHaveBeenCalledOnce();
  });

  it('shows answers that it has no words for as the host named them', async () => {
    const run: SiteChecks['run'] = async ({ tell }) => tell({ id: 'newFact', answer: 'maybe' });
    await mount('kantine-site-check', { checks: host({ run }) });
    await button('Check').click();
    await expect.element(page.getByRole('row', { name: 'newFact maybe' })).toBeVisible();
  });
});

describe('the colleague’s page', () => {
  it('is accessible, does its part at one press and says thank you', async () => {
    const element = await mount('kantine-site-check', { checks: host(), token: 'abc' });
    await expectAccessible(element);
    await button('Start').click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/Done. Thank you!/);
    expect(button('Start').query()).toBeNull();
    await expectAccessible(element);
  });

  it.each([
    ['owner', 'You own this site.'],
    ['gone', 'This check is over.'],
  ] as const)('says so when the answer is %s', async (came, text) => {
    await mount('kantine-site-check', {
      checks: host({ help: async () => came }),
      token: 'abc',
    });
    await button('Start').click();
    await expect.element(page.getByRole('status')).toMatchTextContent(new RegExp(text));
  });
});
