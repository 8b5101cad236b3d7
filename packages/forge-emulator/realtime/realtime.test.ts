import { Confluence, publish, publishGlobal, signRealtimeToken } from '@forge/realtime';
import { afterEach, expect, it, vi } from 'vitest';
import { openOffice } from '../testing/office.ts';

afterEach(() => void vi.useRealTimers());

it('carries an event to who looks at the same page, in this module', async () => {
  const { forge, scenario } = openOffice();
  const heard: unknown[] = [];
  const listen = (as: string, content: string) =>
    forge
      .open({ as, module: 'board', content })
      .subscribe('notes', (payload) => heard.push([as, content, payload]));
  listen('cy', '1');
  listen('ben', '2');
  const event = await scenario(() => publish('notes', { note: 1 }));
  expect(event).toMatchObject({ eventId: expect.any(String) as string });
  expect(heard).toEqual([['cy', '1', { note: 1 }]]);
});

it('carries a global event everywhere, until somebody stops listening', async () => {
  const { forge, scenario } = openOffice();
  const heard: unknown[] = [];
  const view = forge.open({ as: 'cy', module: 'polls' });
  const stop = view.subscribe('polls', (payload) => heard.push(payload), { isGlobal: true });
  await scenario(() => publishGlobal('polls', 'one'));
  stop();
  await scenario(() => publishGlobal('polls', 'two'));
  expect(heard).toEqual(['one']);
});

it('meets in the part of the place that both name', async () => {
  const { forge, scenario } = openOffice();
  const heard: unknown[] = [];
  const contextOverrides = [Confluence.Space];
  const polls = forge.open({ as: 'cy', module: 'polls', space: 'OPEN' });
  polls.subscribe('space', (payload) => heard.push(payload), { contextOverrides });
  await scenario(() => publish('space', 'here', { contextOverrides }));
  expect(heard).toEqual(['here']);
});

it('lets only those listen whose token was signed for the channel', async () => {
  const { forge, scenario, clock } = openOffice();
  // The package looks at the machine's date itself, before it sends anything.
  vi.useFakeTimers({ toFake: ['Date'], now: clock.now() });
  const view = forge.open({ as: 'cy', module: 'board', content: '1' });
  const heard: unknown[] = [];
  const signed = await scenario(() => signRealtimeToken('secret', { poll: 1 }));
  const token = String(signed.token);
  const channel = { token };
  view.subscribe('secret', (payload) => heard.push(payload), channel);
  view.subscribe('secret', (payload) => heard.push(['without', payload]));
  await scenario(() => publish('secret', 'psst', channel));
  expect(heard).toEqual(['psst']);
  expect(() => view.subscribe('other', () => undefined, channel)).toThrow('CHANNEL_NAME_MISMATCH');
  const forged = { token: `${token.slice(0, -2)}xx` };
  expect(() => view.subscribe('secret', () => undefined, forged)).toThrow('INVALID_TOKEN');
});

it('tells the sender that there are too many events', async () => {
  const { forge, scenario } = openOffice();
  forge.faults.next({ service: 'realtime', kind: 'rate-limit' });
  const event = await scenario(() => publishGlobal('polls', 'one'));
  expect(event).toMatchObject({ errors: [{ message: 'RATE_LIMIT_EXCEEDED', status: 429 }] });
});
