import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupView } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');

describe('T19: a person who writes without a pause', () => {
  let organisation: Organisation;
  let group: string;
  let written = 0;
  beforeEach(async () => {
    written = 0;
    organisation = await openOrganisation();
    const named = { name: 'Lunch', purpose: '' };
    const made = await organisation.call({ as: anna, space: 'WORK' }, 'groups.create', named);
    group = (made as { value: GroupView }).value.id;
    await organisation.clock.advance(60 * 60_000);
  });
  afterEach(() => organisation.close());

  const post = (as: string, text = 'x'.repeat(1000)) =>
    organisation.call({ as, space: 'WORK' }, 'wall.post', {
      group,
      text,
      key: `key-of-a-flood-${(written += 1)}`,
    });
  /** How many of so many posts were taken. */
  async function flood(as: string, posts: number): Promise<number> {
    let taken = 0;
    for (let count = 0; count < posts; count += 1) {
      if ('value' in (await post(as))) taken += 1;
      // The database takes so many in a second of everybody.
      if (count % 20 === 19) await organisation.clock.advance(1000);
    }
    return taken;
  }

  it('is told after sixty in a minute for how long to wait, and that is all', async () => {
    expect(await flood(ben, 80)).toBe(60);
    const refused = await post(ben);
    expect(refused).toMatchObject({
      error: { tag: 'Throttled', data: { retryAfterSeconds: expect.any(Number) as number } },
      pausedUntil: expect.any(Number) as number,
    });
    // Others write on, and the person goes on to read and to remove.
    expect(await post(anna)).toHaveProperty('value');
    const read = await organisation.call({ as: ben, space: 'WORK' }, 'wall.read', { group });
    expect(read).toHaveProperty('value');
    await organisation.clock.advance(60_000);
    expect(await post(ben)).toHaveProperty('value');
  });

  it('writes no more than six hundred in an hour', async () => {
    let taken = 0;
    for (let minute = 0; minute < 12; minute += 1) {
      taken += await flood(ben, 65);
      await organisation.clock.advance(60_000);
    }
    expect(taken).toBe(600);
  });

  it('cannot get around it by asking for several things at once', async () => {
    const calls = Array.from({ length: 12 }, (_, at) => ({
      operation: 'wall.post',
      input: { group, text: 'x', key: `key-of-a-batch-${at}` },
    }));
    await flood(ben, 55);
    const response = await organisation.call({ as: ben, space: 'WORK' }, 'together', { calls });
    const { answers } = (response as { value: { answers: readonly object[] } }).value;
    expect(answers.filter((answer) => 'value' in answer)).toHaveLength(5);
  });
});
