/**
 * One person with a console calls without a pause. What is limited for the whole site, or for all sites of the
 * app, must not be used up by them: points of an hour, statements of a second, rows of the database.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupView } from '@kantine/core';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import type { DoorResponse } from './door.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');
const minute = 60_000;

let organisation: Organisation;
let group: string;
let closed: string;

beforeEach(async () => {
  organisation = await openOrganisation({ moreSpaces: 20 });
  const start = async (name: string, access: 'open' | 'closed'): Promise<string> => {
    const input = { name, purpose: '', access };
    const made = await organisation.call({ as: anna, space: 'WORK' }, 'groups.create', input);
    return (made as { value: GroupView }).value.id;
  };
  group = await start('Lunch', 'open');
  closed = await start('Board', 'closed');
  // The next full hour begins the points anew.
  await organisation.clock.advance(60 * minute - (organisation.clock.now() % (60 * minute)));
});
afterEach(() => organisation.close());

const isThrottled = (response: DoorResponse): boolean =>
  'error' in response && response.error.tag === 'Throttled';

/** As many calls as Forge lets one person make in some minutes: 1,200 a minute, 20 a second. */
async function flood(
  minutes: number,
  ask: (number: number) => Promise<DoorResponse>,
): Promise<readonly DoorResponse[]> {
  const answers: DoorResponse[] = [];
  for (let second = 0; second < minutes * 60; second += 1) {
    const some = Array.from({ length: 18 }, (_, at) => ask(second * 18 + at));
    answers.push(...(await Promise.all(some)));
    await organisation.clock.advance(1000);
  }
  return answers;
}

const inWork = { as: ben, space: 'WORK' } as const;

describe('F-A4: the points of an hour are not used up by one person, who', () => {
  const used = (): number => organisation.forge.ledger.points.used;

  async function demandOthersGoOn(): Promise<void> {
    // The quota is 65,000 for everybody on all sites of the app.
    expect(used()).toBeLessThan(4000);
    const read = await organisation.call({ as: anna, space: 'WORK' }, 'wall.read', { group });
    expect(read).toHaveProperty('value');
  }

  it.each([
    ['searches for people', 'people.search', () => ({ text: 'a' })],
    ['asks to be let into a group', 'groups.askToJoin', () => ({ group: closed, note: '' })],
    ['asks who administers the space', 'readSpaceSettings', () => ({})],
    ['asks for settings that they may not see', 'readSiteSettings', () => ({})],
    [
      'names people who are not here',
      'kudos.give',
      (at: number) => ({
        recipients: Array.from({ length: 10 }, (_, each) => `712020:nobody-${at}-${each}`),
        value: 'helps-out',
        reason: 'for nothing at all',
        as: 'thanks',
        key: `key-of-flood-${at}`,
      }),
    ],
  ])('%s', async (_, operation, inputOf) => {
    await flood(5, (at) => organisation.call(inWork, operation, inputOf(at)));
    await demandOthersGoOn();
  });
});

describe('F-B5: the statements of a second are not used up by one person, who', () => {
  const ledger = () => organisation.forge.ledger.statements;

  it('asks for many things in each of many calls', async () => {
    const calls = Array.from({ length: 12 }, () => ({ operation: 'wall.read', input: { group } }));
    await organisation.clock.advance(61 * minute);
    const before = ledger().total;
    const begun = organisation.clock.now();
    const answers = await flood(0.5, () => organisation.call(inWork, 'together', { calls }));
    expect(answers.length).toBeGreaterThan(500);
    // Of 150 in each second, for everybody.
    expect(ledger().mostWithin(1000)).toBeLessThan(150);
    const seconds = (organisation.clock.now() - begun) / 1000;
    expect((ledger().total - before) / seconds).toBeLessThan(50);
    await organisation.clock.advance(minute);
    expect(await organisation.call(inWork, 'wall.read', { group })).toHaveProperty('value');
  });

  it('is told for how long to wait', async () => {
    const answers = await flood(0.5, () => organisation.call(inWork, 'wall.read', { group }));
    expect(answers.at(-1)).toMatchObject({
      error: { tag: 'Throttled', data: { retryAfterSeconds: expect.any(Number) as number } },
    });
    expect(answers.slice(0, 100).some(isThrottled)).toBe(false);
  });
});

describe('T19: the database is not filled by one person, who', () => {
  const rowsOf = async (table: string): Promise<number> => {
    const result = await organisation.sql.execute(`SELECT COUNT(*) AS n FROM ${table}`, [], 1000);
    return 'rows' in result ? (result.rows[0] as { n: number }).n : Number.NaN;
  };

  it('starts secret groups without an end', async () => {
    const before = await rowsOf('containers');
    for (let at = 0; at < 90; at += 1) {
      const input = { name: `Den ${at}`, purpose: '', access: 'secret', key: `key-of-a-den-${at}` };
      await organisation.call(inWork, 'groups.create', input);
      await organisation.clock.advance(200);
    }
    // Of sixty rows in a minute, a group takes at least two: its container and its record.
    expect((await rowsOf('containers')) - before).toBeLessThanOrEqual(30);
  });
});
