import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import { asApp, asUser, route } from '@forge/api';
import { afterEach, expect, it } from 'vitest';
import { openOffice, type Office } from '../testing/office.ts';
import { answers, calls } from '../testing/sample-app/src/background.ts';

afterEach(() => {
  calls.length = 0;
  answers.clear();
});

const queue = new Queue({ key: 'votes' });
const push = (office: Office, events: Parameters<typeof queue.push>[0]) =>
  office.scenario(() => queue.push(events));
const statsOf = (office: Office, jobId: string) =>
  office.scenario(() => queue.getJob(jobId).getStats());

it('delivers what was pushed to the consumer, without a person', async () => {
  const office = openOffice();
  const { jobId } = await push(office, [{ body: { vote: 1 } }, { body: { vote: 2 } }]);
  await office.forge.settled();
  expect(calls.map(({ payload }) => payload)).toMatchObject([
    { queueName: 'votes', jobId, body: { vote: 1 } },
    { queueName: 'votes', jobId, body: { vote: 2 } },
  ]);
  expect(calls[0]?.request).not.toHaveProperty('principal');
  expect(await statsOf(office, jobId)).toEqual({ success: 2, inProgress: 0, failed: 0 });
});

it('waits as long as the push says', async () => {
  const office = openOffice();
  const { jobId } = await push(office, { body: {}, delayInSeconds: 30 });
  await office.clock.advance(29_000);
  expect(await statsOf(office, jobId)).toEqual({ success: 0, inProgress: 1, failed: 0 });
  await office.clock.advance(1000);
  await office.forge.settled();
  expect(await statsOf(office, jobId)).toEqual({ success: 1, inProgress: 0, failed: 0 });
});

it('delivers again when the consumer asks for it, four times at most', async () => {
  const office = openOffice();
  const retryReason = InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED;
  const options = { retryAfter: 60, retryReason, retryData: { at: 7 } };
  answers.set('countVotes', () => new InvocationError(options));
  const { jobId } = await push(office, { body: {} });
  await office.forge.settled();
  for (let round = 0; round < 6; round += 1) await office.clock.advance(60_000);
  expect(calls).toHaveLength(5);
  expect(calls.at(-1)?.payload).toMatchObject({
    retryContext: { retryCount: 4, retryReason, retryData: { at: 7 } },
  });
  expect(await statsOf(office, jobId)).toEqual({ success: 0, inProgress: 0, failed: 1 });
});

it('delivers again what ran out of its 900 seconds, and not what failed by itself', async () => {
  const office = openOffice();
  await push(office, { body: {} });
  await office.forge.settled();
  answers.set('countVotes', () => (calls.length > 2 ? undefined : new Promise(() => undefined)));
  const slow = await push(office, { body: {} });
  await office.clock.advance(899_000);
  expect(office.forge.failures).toEqual([]);
  await office.clock.advance(2000);
  await office.forge.settled();
  expect(await statsOf(office, slow.jobId)).toMatchObject({ success: 1 });
  expect(calls.at(-1)?.payload).toMatchObject({
    retryContext: { retryCount: 1, retryReason: 'FUNCTION_TIME_OUT' },
  });

  answers.set('countVotes', () => Promise.reject(new Error('no such poll')));
  const broken = await push(office, { body: {} });
  await office.forge.settled();
  expect(await statsOf(office, broken.jobId)).toMatchObject({ failed: 1 });
  expect(office.forge.failures.at(-1)?.error).toMatchObject({
    message: 'There was an error invoking the function - no such poll',
  });
});

it('does not deliver what was cancelled', async () => {
  const office = openOffice();
  const { jobId } = await push(office, { body: {}, delayInSeconds: 5 });
  await office.scenario(() => queue.cancel(jobId));
  await office.clock.advance(5000);
  expect(calls).toEqual([]);
});

it('knows no queue without a consumer and no job that was not pushed', async () => {
  const office = openOffice();
  const nowhere = office.scenario(() => new Queue({ key: 'songs' }).push({ body: {} }));
  await expect(nowhere).rejects.toThrow('No consumer for queue songs');
  await expect(statsOf(office, 'nothing')).rejects.toThrow('was not found');
});

it('throws what the emulator cannot do at a caller who waits for the background', async () => {
  const office = openOffice();
  answers.set('countVotes', () => asApp().requestConfluence(route`/wiki/rest/api/longtask`));
  await push(office, { body: {} });
  await expect(office.forge.settled()).rejects.toThrow('Not implemented by the Forge emulator');
  await expect(office.forge.settled()).resolves.toBeUndefined();
});

it('calls the triggers that listen to an event', async () => {
  const { forge } = openOffice();
  await forge.fire({ eventType: 'avi:confluence:created:page', content: { id: '9' } });
  expect(calls).toMatchObject([{ name: 'onPage', payload: { content: { id: '9' } } }]);
  await expect(forge.fire({ eventType: 'avi:jira:created:issue' })).rejects.toThrow('No trigger');
});

it('runs a scheduled trigger on request; nobody can be asked as a user there', async () => {
  const { forge } = openOffice();
  answers.set('nightly', () => asUser().requestConfluence(route`/wiki/rest/api/user/current`));
  await forge.runScheduled('nightly');
  expect(calls).toMatchObject([
    { name: 'nightly', payload: { context: { moduleKey: 'nightly' } } },
  ]);
  expect(String(forge.failures[0]?.error)).toContain('Authentication Required');
});
