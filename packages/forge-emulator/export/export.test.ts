import { asApp, asUser, route } from '@forge/api';
import { afterEach, describe, expect, it } from 'vitest';
import { openOffice } from '../testing/office.ts';
import { answers, calls } from '../testing/sample-app/src/background.ts';
import { demandDocument } from './document.ts';

afterEach(() => {
  calls.length = 0;
  answers.clear();
});

const text = (words: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

describe('an export of a page', () => {
  it('F-C1: shows what the function of a macro answers, and of a macro without one nothing', async () => {
    const { forge } = openOffice();
    answers.set('onExport', () => text('Lunch'));
    expect(await forge.export({ content: '9', exportType: 'pdf' })).toEqual([
      { module: 'board', localId: 'hidden', document: text('Lunch') },
      { module: 'notice', localId: 'shown' },
    ]);
  });

  it.each(['pdf', 'word'] as const)(
    'F-C1: tells page and configuration where a %s has them, and the person where there is one',
    async (exportType) => {
      const { forge } = openOffice();
      answers.set('onExport', () => text('Lunch'));
      await forge.export({ content: '1', exportType, as: 'ben' });
      const page = { id: '1', type: 'page' };
      const config = { topic: 'lunch' };
      expect(calls[0]?.payload).toMatchObject(
        exportType === 'pdf'
          ? { context: { extension: { content: page } }, extensionPayload: { config } }
          : { context: { content: page, config } },
      );
      expect(calls[0]?.request).toMatchObject({ principal: { accountId: 'ben' } });
    },
  );

  it('F-C1: has nobody to ask as where the product exports by itself', async () => {
    const { forge } = openOffice();
    const path = route`/wiki/rest/api/user/current`;
    answers.set('onExport', async () => {
      const isRefused = await asUser()
        .requestConfluence(path)
        .then(
          () => false,
          () => true,
        );
      return text(`${isRefused} ${(await asApp().requestConfluence(path)).status}`);
    });
    const [first] = await forge.export({ content: '1', exportType: 'other' });
    expect(first?.document).toEqual(text('true 200'));
  });
});

it('ends loudly for what is no document that a page could show', () => {
  expect(() => demandDocument(undefined)).toThrow('no document');
  expect(() => demandDocument({ type: 'doc', version: 1, content: [{ type: 'widget' }] })).toThrow(
    'widget in doc',
  );
  expect(() => demandDocument(text(''))).toThrow('empty text');
});
