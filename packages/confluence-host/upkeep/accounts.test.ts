/** Every account id that is stored is reported, and goes when Atlassian says that the account is closed. */
import { sql } from '@forge/sql';
import { declaredOperations, mentionToken } from '@kantine/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKantine } from '../kantine.ts';
import type { Kantine } from '../kantine.ts';
import { openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

interface Colleague {
  readonly accountId: string;
  readonly displayName: string;
  closed?: boolean;
  removed?: boolean;
}

const colleague = (name: string): Colleague => ({
  accountId: `712020:${name}-77aa`,
  displayName: name,
});

let founder: Colleague;
let writer: Colleague;
let thanked: Colleague;
let asking: Colleague;
let appointed: Colleague;
let organisation: Organisation;
let kantine: Kantine;
let reported: string[];

const globals = globalThis as unknown as {
  __forge_fetch__: (d: unknown, path: string, init?: { body?: string }) => Promise<Response>;
};

beforeEach(async () => {
  [founder, writer, thanked, asking, appointed] = [
    'founder',
    'writer',
    'thanked',
    'asking',
    'appointed',
  ].map(colleague) as [Colleague, Colleague, Colleague, Colleague, Colleague];
  organisation = await openOrganisation({
    colleagues: [founder, writer, thanked, asking, appointed],
  });
  const { clock } = organisation;
  // The tables were made a while ago: Forge lets an app define 25 things in a minute.
  await clock.advance(60_000);
  kantine = openKantine({ now: () => clock.now(), wait: (time) => clock.advance(time) });
  reported = [];
  const send = globals.__forge_fetch__;
  globals.__forge_fetch__ = async (descriptor, path, init = {}) => {
    if (path === '/app/report-accounts') {
      const { accounts } = JSON.parse(init.body ?? '{}') as { accounts: { accountId: string }[] };
      reported.push(...accounts.map(({ accountId }) => accountId));
    }
    return send(descriptor, path, init);
  };
  await everything();
  // However many tables were made: Forge allows 25 definitions a minute.
  await clock.advance(60_000);
});
afterEach(() => organisation.close());

async function value<Value>(by: Colleague, operation: string, input: object = {}): Promise<Value> {
  const answer = await organisation.call({ as: by.accountId, space: 'WORK' }, operation, input);
  if ('error' in answer) throw new Error(`${operation}: ${answer.error.message}`);
  return answer.value as Value;
}

/** Everything that stores an account id: people write, are named, join, are let in, ask. */
async function everything(): Promise<void> {
  const group = { name: 'Choir', purpose: 'We sing.' };
  const { id: open } = await value<{ id: string }>(founder, 'groups.create', group);
  const board = { name: 'Board', purpose: 'We decide.', access: 'closed' };
  const { id: closed } = await value<{ id: string }>(founder, 'groups.create', board);
  await value(writer, 'groups.join', { group: open });
  await value(founder, 'groups.admit', { group: closed, person: writer.accountId, role: 'member' });
  const text = `Who sings? ${mentionToken(founder.accountId)}`;
  const post = { group: open, text, key: 'the key of a post' };
  const { id, version } = await value<{ id: string; version: string }>(writer, 'wall.post', post);
  const message = { group: open, kind: 'post', id };
  const again = `Who sings, and who plays? ${mentionToken(thanked.accountId)}`;
  await value(writer, 'wall.edit', { ...message, text: again, version });
  const answer = { group: open, post: id, text: 'I do', key: 'the key of an answer' };
  await value(founder, 'wall.comment', answer);
  await value(founder, 'wall.react', { message, post: id, kind: 'like' });
  await value(founder, 'wall.markRead', { group: open, until: 1 });
  await value(asking, 'card.update', { about: 'I ask.', askMeAbout: ['you'], interests: [] });
  const appointment = { group: open, person: appointed.accountId, key: 'the key of an act' };
  await value(founder, 'stewards.appoint', appointment);
  const given = { value: 'helps-out', reason: 'for the long evening', as: 'kudos' };
  const recipients = [thanked.accountId, founder.accountId];
  await value(writer, 'kudos.give', { ...given, recipients, key: 'the key of thanks' });
}

/** Every account id that stands anywhere in the database. */
async function stored(): Promise<readonly string[]> {
  const run = async (statement: string): Promise<readonly object[]> => {
    const result = await organisation.sql.execute(statement, [], 10_000);
    return 'rows' in result ? result.rows : [];
  };
  const found = new Set<string>();
  for (const table of (await run('SHOW TABLES')).flatMap((row) => Object.values(row) as string[])) {
    for (const row of await run(`SELECT * FROM \`${table}\``)) {
      for (const cell of Object.values(row) as unknown[]) {
        const text = Buffer.isBuffer(cell) ? cell.toString() : String(cell);
        for (const [account] of text.matchAll(/712020:[\w-]+/g)) found.add(account);
      }
    }
  }
  return [...found].sort();
}

const inFunction = <T>(work: () => Promise<T>) => organisation.inside({ as: 'admin' }, work);

describe('an account id', () => {
  it('F-A8: that is stored anywhere is reported within a week, of recipients too', async () => {
    const all = await stored();
    expect(all).toEqual(
      [founder, writer, thanked, asking, appointed].map((one) => one.accountId).sort(),
    );
    await inFunction(() => kantine.upkeep());
    expect([...new Set(reported)].sort()).toEqual(all);
    expect((await declaredOperations()).size).toBeGreaterThan(20);
  });

  it('F-A8: of a closed account stands nowhere any more, whatever the person did', async () => {
    for (const one of [founder, writer, thanked, asking, appointed]) one.closed = true;
    await inFunction(() => kantine.upkeep());
    expect(await stored()).toEqual([]);
  });
});

describe('old records', () => {
  it('are removed although Atlassian takes no report of accounts', async () => {
    const settings = organisation.call({ as: 'admin' }, 'changeSiteSettings', { keepMonths: 1 });
    expect(await settings).toHaveProperty('value');
    await organisation.clock.advance(60 * 24 * 60 * 60_000);
    const send = globals.__forge_fetch__;
    globals.__forge_fetch__ = async (descriptor, path, init) =>
      path === '/app/report-accounts'
        ? new Response('down', { status: 500 })
        : send(descriptor, path, init);
    await expect(inFunction(() => kantine.upkeep())).rejects.toThrow();
    const { id: group } = (await value<{ id: string; name: string }[]>(founder, 'groups.own')).find(
      ({ name }) => name === 'Choir',
    ) ?? { id: '' };
    expect(await value(founder, 'wall.read', { group })).toMatchObject({ posts: [] });
  });
});

describe('a user whom Confluence says to be deleted', () => {
  it('F-B1: is reported first, and keeps everything where the account lives on elsewhere', async () => {
    thanked.removed = true;
    await inFunction(() => kantine.userDeleted(thanked.accountId));
    expect(reported).toEqual([thanked.accountId]);
    expect(await stored()).toContain(thanked.accountId);
  });

  it('F-B1: is erased at once where the account is closed', async () => {
    thanked.closed = true;
    await inFunction(() => kantine.userDeleted(thanked.accountId));
    expect(await stored()).not.toContain(thanked.accountId);
  });

  it('F-B1: is erased at once where the last tables are not made yet', async () => {
    for (const statement of [
      'DROP TABLE kept_thanks',
      "DELETE FROM schema_notes WHERE note LIKE 'kept_thanks%'",
    ]) {
      await organisation.sql.execute(statement, [], 10_000);
    }
    // Forge lets an app define so many things in a minute.
    const define = () => sql.executeDDL('CREATE TABLE IF NOT EXISTS more (id INT)');
    for (let defined = 0; defined < 25; defined += 1) await inFunction(define);
    thanked.closed = true;
    await inFunction(() => kantine.userDeleted(thanked.accountId));
    expect(await stored()).not.toContain(thanked.accountId);
  });
});
