import { asUser, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import { expect, it } from 'vitest';
import { openOffice } from '../testing/office.ts';

it('answers a call as the service does when it has too many', async () => {
  const { forge, scenario } = openOffice();
  forge.faults.next({ service: 'kvs', match: /set$/, kind: 'rate-limit' });
  const limited = scenario(() => kvs.set('note', 1));
  await expect(limited).rejects.toThrow('Rate limit exceeded');
  await expect(scenario(() => kvs.set('note', 1))).resolves.toBeUndefined();
});

it('answers in the shape of each service, with how long to wait where it says so', async () => {
  const { forge, scenario } = openOffice();
  const ask = () =>
    scenario(async () => {
      const response = await asUser().requestConfluence(route`/wiki/rest/api/user/current`);
      const body = (await response.json()) as unknown;
      return [response.status, response.headers.get('retry-after'), body];
    });
  const match = /^GET .*current$/;
  forge.faults.next({ service: 'confluence', match, kind: 'rate-limit', retryAfter: 7 });
  expect(await ask()).toMatchObject([429, '7', { statusCode: 429 }]);
  forge.faults.next({ kind: 'error', match }, 2);
  expect(await ask()).toMatchObject([500, null, { statusCode: 500 }]);
  expect(await ask()).toMatchObject([500, null, {}]);
  expect(await ask()).toMatchObject([200, null, { accountId: 'ben' }]);
});

it('loses the answer to a write that was done', async () => {
  const { forge, scenario } = openOffice();
  forge.faults.next({ service: 'kvs', kind: 'lost-answer' });
  await expect(scenario(() => kvs.set('note', 1))).rejects.toThrow('fetch failed');
  expect(await scenario(() => kvs.get('note'))).toBe(1);
});

it('takes its time by the clock', async () => {
  const { forge, scenario, clock } = openOffice();
  await scenario(() => 'warm');
  const disarm = forge.faults.always({ service: 'kvs', latency: 26_000 });
  const slow = expect(scenario(() => kvs.get('note'))).rejects.toThrow('timed out');
  await clock.advance(0);
  await clock.advance(25_000);
  await slow;
  disarm();
  await expect(scenario(() => kvs.get('note'))).resolves.toBeUndefined();
});

it('fails an invocation before it began, or after it was done', async () => {
  const { forge } = openOffice();
  const view = forge.open({ as: 'ben', module: 'board', content: '1' });
  forge.faults.next({ service: 'invoke', match: /whoami/, kind: 'error' });
  await expect(view.invoke('whoami')).rejects.toThrow('error invoking the function');
  forge.faults.next({ service: 'invoke', kind: 'lost-answer' });
  await expect(view.invoke('whoami')).rejects.toThrow('Failed to fetch');
});
