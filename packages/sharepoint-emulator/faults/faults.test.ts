import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeList, openOffice, valuesOf, type Office } from '../testing/office.ts';

describe('faults', () => {
  let office: Office;
  let items: string;

  beforeAll(async () => {
    office = await openOffice();
    items = `${await makeList(office.ada, 'Unlucky')}items`;
  });
  afterEach(() => office.sharePoint.faults.clear());
  afterAll(() => office.sharePoint.close());

  it.each([
    [429, '7'],
    [503, '7'],
    [500, null],
  ])('answer %i once and then step aside', async (status, retryAfter) => {
    office.sharePoint.faults.next({
      status,
      ...(retryAfter === null ? {} : { retryAfter: Number(retryAfter) }),
    });
    const answer = await office.ben.get('web');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect((await office.ben.get('web')).status).toBe(200);
  });

  it('strike only what they are aimed at', async () => {
    office.sharePoint.faults.next({ status: 503, match: /^POST .*\/items$/ });
    expect((await office.ben.get(items)).status).toBe(200);
    expect((await office.ben.post(items, { Title: 'x' })).status).toBe(503);
  });

  it('drop the answer before or after the write is done', async () => {
    const count = async (): Promise<number> => valuesOf(await office.ben.get(items)).length;
    const start = await count();
    office.sharePoint.faults.next({ drop: 'before', match: 'POST' });
    await expect(office.ben.post(items, { Title: 'never came' })).rejects.toThrow();
    expect(await count()).toBe(start);
    office.sharePoint.faults.next({ drop: 'after', match: 'POST' });
    await expect(office.ben.post(items, { Title: 'came' })).rejects.toThrow();
    expect(await count()).toBe(start + 1);
  });

  it('stay until they are taken back', async () => {
    const stop = office.sharePoint.faults.always({ status: 500 });
    for (let round = 0; round < 3; round += 1)
      expect((await office.ben.get('web')).status).toBe(500);
    stop();
    expect((await office.ben.get('web')).status).toBe(200);
  });

  it('hit single operations inside of a batch', async () => {
    office.sharePoint.faults.next({
      status: 429,
      retryAfter: 2,
      inBatch: true,
      match: 'currentuser',
    });
    const [sp, execute] = office.pnp('ben@contoso.test').batched();
    const results: string[] = [];
    void sp.web.currentUser().then(
      () => results.push('user'),
      (error: unknown) => results.push(`user ${(error as { status: number }).status}`),
    );
    void sp.web().then(() => results.push('web'));
    await execute();
    expect(results.sort()).toEqual(['user 429', 'web']);
  });

  it('are ordered from outside through the emulator’s own door', async () => {
    const door = `${office.sharePoint.url}/_emulator/faults`;
    await fetch(door, { method: 'POST', body: JSON.stringify({ status: 503, times: 2 }) });
    expect((await office.ben.get('web')).status).toBe(503);
    await fetch(door, { method: 'DELETE' });
    expect((await office.ben.get('web')).status).toBe(200);
  });
});
