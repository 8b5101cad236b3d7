import { describe, expect, it } from 'vitest';
import { answersOf, checkedSite, runAlone } from '../testing/checks.ts';
import { environmentOf, openWire, post } from '../wire/index.ts';
import type { Answer } from './index.ts';
import { longChecks } from './long.ts';
import { addColumn, column, withList } from './scratch.ts';
import { answerTo } from './site.ts';

const { open, checksOf, contextOf, fetchOf, contents } = checkedSite();

describe('long lists, on request', () => {
  const rows = 5001;
  it.each([
    [{}, { longSorting: 'works', longTokens: 'works', authorFirst: 'works' }],
    [
      { sortBeyondThreshold: 'throttled' },
      { longSorting: 'throttled', longTokens: 'throttled', authorFirst: 'works' },
    ],
  ] as const)(
    'tell with %o what they answer',
    { timeout: 60_000 },
    async (behaviours, expected) => {
      await open(behaviours);
      const before = await contents();
      const answers = await runAlone(checksOf('owner'), rows);
      expect(answersOf(answers)).toMatchObject(expected);
      expect(answers.has('uniquenessOff')).toBe(false);
      expect(await contents()).toEqual(before);
    },
  );
});

describe('facts of long lists, in a short one', () => {
  type Refuse = (url: string, init: RequestInit) => boolean;
  /** Requests that match are refused as SharePoint does with that code. */
  async function tell(id: string, code: string, refuse: Refuse): Promise<Answer> {
    const context = contextOf('owner');
    const environment = environmentOf({
      ...context,
      fetch: (url, init) =>
        refuse(url, init)
          ? Promise.resolve(Response.json({ error: { code, message: '' } }, { status: 500 }))
          : fetchOf('owner')(url, init),
    });
    const site = { environment, wire: openWire(environment), pageUrl: context.webUrl };
    const check = longChecks.find((each) => each.id === id);
    return withList(site, async (list) => {
      await addColumn(site, list, "Indexed='TRUE' EnforceUniqueValues='TRUE'");
      for (const row of [100, 102]) {
        const text = String(row).padStart(8, '0');
        await site.wire.send(post(`${list}/items`, { [column]: text }));
      }
      return answerTo(id, async () => check?.run(site, list) ?? 'no check');
    });
  }
  const threshold = '-2147024860, Microsoft.SharePoint.SPQueryThrottledException';
  const never: Refuse = () => false;

  it('uniquenessOff: says works, or refused', async () => {
    await open();
    expect(await tell('uniquenessOff', '', never)).toEqual({
      id: 'uniquenessOff',
      answer: 'works',
    });
    const refused = await tell(
      'uniquenessOff',
      threshold,
      (url, { method }) => method === 'POST' && url.includes('getByInternalNameOrTitle'),
    );
    expect(refused).toMatchObject({ answer: 'refused', detail: '500 -2147024860' });
  });

  it('authorFirst: says throttled', async () => {
    await open();
    const throttled = await tell('authorFirst', threshold, (url) => url.includes('/getItems'));
    expect(throttled).toMatchObject({ answer: 'throttled' });
  });

  it.each([
    ['works', {}],
    ['refused', { pageTokenWithColumn: 'refused' }],
    ['ignored', { pageTokenWithColumn: 'ignored' }],
  ] as const)('longTokens: says %s', async (answer, behaviours) => {
    await open(behaviours);
    expect(await tell('longTokens', '', never)).toMatchObject({ answer });
  });
});
