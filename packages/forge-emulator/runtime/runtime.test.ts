import { getAppContext } from '@forge/api';
import { expect, it } from 'vitest';
import { openOffice } from '../testing/office.ts';

const open = () => openOffice();

it('takes the person from the window, whatever the payload says', async () => {
  const { forge } = open();
  const view = forge.open({ as: 'ben', module: 'board', content: '2', config: { size: 3 } });
  const answer = await view.invoke('whoami', { accountId: 'ada', context: { accountId: 'ada' } });
  expect(answer).toMatchObject({
    payload: { accountId: 'ada' },
    context: {
      accountId: 'ben',
      siteUrl: 'https://office.atlassian.net',
      moduleKey: 'board',
      locale: 'de-DE',
      extension: {
        type: 'macro',
        content: { id: '2', type: 'page' },
        space: { id: '200', key: 'TEAM' },
        config: { size: 3 },
      },
    },
  });
});

it('keeps invocations that run at the same time apart', async () => {
  const one = open();
  const other = open();
  const slow = one.scenario(async (context) => {
    await Promise.resolve();
    return [context.accountId, getAppContext().moduleKey];
  }, 'ada');
  const fast = other.scenario((context) => context.accountId, 'cy');
  expect(await Promise.all([slow, fast])).toEqual([['ada', 'board'], 'cy']);
  expect(() => getAppContext()).toThrow('Forge runtime not found');
});

it('surfaces an error as one line of text, without its class or stack', async () => {
  const failing = open().scenario(() => {
    throw new RangeError('no such note');
  });
  await expect(failing).rejects.toMatchObject({
    name: 'InvocationFailure',
    message: 'There was an error invoking the function - no such note',
  });
});

it('sends results as JSON', async () => {
  const result = await open().scenario(() => ({ at: new Date(0), nothing: undefined }));
  expect(result).toEqual({ at: '1970-01-01T00:00:00.000Z' });
});

it('ends a resolver after 25 seconds, and freezes what it still wanted to do', async () => {
  const { scenario, clock } = open();
  const reached: string[] = [];
  let goOn: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => (goOn = resolve));
  const run = scenario(async () => {
    reached.push(`${getAppContext().invocationRemainingTimeInMillis()} left`);
    await wait;
    const { kvs } = await import('@forge/kvs');
    await kvs.set('late', 1);
    reached.push('written');
  });
  const ended = expect(run).rejects.toThrow('Task timed out after 25 seconds');
  await expect.poll(() => reached, { timeout: 4000 }).toEqual(['25000 left']);
  await clock.advance(25_000);
  await ended;
  goOn();
  await clock.advance(0);
  expect(reached).toEqual(['25000 left']);
});

it('lets one page of one person invoke 500 times in 25 seconds', async () => {
  const { forge, clock } = open();
  const view = forge.open({ as: 'ben', module: 'board', content: '1' });
  for (let count = 0; count < 500; count += 1) {
    await view.invoke('whoami');
    // The installation as a whole may do 300 a second.
    if (count === 250) await clock.advance(1000);
  }
  await expect(view.invoke('whoami')).rejects.toThrow('rate limited at 500req/25s');
  const other = forge.open({ as: 'cy', module: 'board', content: '1' });
  await expect(other.invoke('whoami')).resolves.toBeDefined();
  await clock.advance(25_001);
  await expect(view.invoke('whoami')).resolves.toBeDefined();
});

it('refuses loudly what it does not know', async () => {
  const fetch = (globalThis as Record<string, unknown>).__forge_fetch__ as (
    descriptor: object,
    path: string,
    init: object,
  ) => Promise<Response>;
  const { scenario } = open();
  const sql = scenario(() => fetch({ type: 'sql' }, '/api/v2/execute', { method: 'POST' }));
  await expect(sql).rejects.toThrow('@forge/sql POST /api/v2/execute');
  const jira = scenario(() => fetch({ type: 'fpp', remote: 'jira' }, '/rest/api/3/myself', {}));
  await expect(scenario(() => globalThis.fetch('https://example.org/a'))).rejects.toThrow(
    'Not implemented by the Forge emulator: fetch https://example.org/a',
  );
  await expect(jira).rejects.toThrow('fpp jira (GET /rest/api/3/myself)');
});
