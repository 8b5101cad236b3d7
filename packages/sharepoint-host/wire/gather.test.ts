import { expect, it } from 'vitest';
import { gathering } from './gather.ts';
import { get } from './rest-request.ts';
import type { Outcome, RestRequest } from './rest-request.ts';

it('what asks with a part of the code that is on its way is asked in the same round trip', async () => {
  const sent: (readonly RestRequest[])[] = [];
  const { ask, fetching } = gathering((requests) => {
    sent.push(requests);
    return Promise.resolve(
      requests.map((): Outcome => ({ ok: true, value: undefined }) as Outcome),
    );
  });
  let arrive: () => void = () => undefined;
  const part = new Promise<void>((resolve) => (arrive = resolve));
  const later = fetching(part).then(() => ask([get('two')]));
  const first = ask([get('one')]);
  setTimeout(() => arrive(), 20);
  await Promise.all([first, later]);
  expect(sent).toEqual([[get('one'), get('two')]]);
});

it('a part that could not be fetched keeps nobody waiting', async () => {
  const { ask, fetching } = gathering((requests) =>
    Promise.resolve(requests.map((): Outcome => ({ ok: true, value: undefined }) as Outcome)),
  );
  const lost = fetching(Promise.reject(new Error('no such chunk')));
  await expect(lost).rejects.toThrow('no such chunk');
  expect(await ask([get('one')])).toHaveLength(1);
});

it('what a busy page is slow to ask is asked in the same round trip', async () => {
  const sent: (readonly RestRequest[])[] = [];
  const { ask } = gathering((requests) => {
    sent.push(requests);
    return Promise.resolve(
      requests.map((): Outcome => ({ ok: true, value: undefined }) as Outcome),
    );
  });
  const first = ask([get('one')]);
  const digest = () => crypto.subtle.digest('SHA-256', new Uint8Array(100));
  const second = digest()
    .then(digest)
    .then(() => ask([get('two')]));
  const busyUntil = performance.now() + 10;
  while (performance.now() < busyUntil);
  await Promise.all([first, second]);
  expect(sent).toEqual([[get('one'), get('two')]]);
});
