import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { openInstance } from '../instance.ts';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { erasePerson } from './erasure.ts';
import { changeRetention } from './site-settings.ts';
import { upkeep } from './upkeep.ts';

const anna = accountOf('anna');
const ben = accountOf('ben');
const month = 31 * 24 * 60 * 60_000;

describe.each(['MariaDB', 'the embedded database'] as const)('upkeep on %s', (engine) => {
  let organisation: Organisation;
  beforeEach(async () => {
    organisation = await openOrganisation({ engine });
    // However many tables were made: Forge allows 25 definitions a minute, and upkeep looks after them.
    await organisation.clock.advance(60_000);
  });
  afterEach(() => organisation.close());

  const as = <T>(person: string, work: (community: Community) => Promise<T>): Promise<T> =>
    organisation.within({ as: person, space: 'WORK' }, (host) => work(createCommunity(host)));
  const inFunction = <T>(work: () => Promise<T>) => organisation.inside({ as: 'admin' }, work);
  const run = () => organisation.everyHour(() => upkeep(organisation.instance));
  const keep = (keepMonths: number | undefined) =>
    inFunction(() => changeRetention(organisation.instance.database, { keepMonths }));
  const count = (table: string) =>
    inFunction(async () => {
      const { rows } = await sql<{ n: number }>`SELECT COUNT(*) AS n FROM ${sql.id(table)}`.execute(
        organisation.instance.database,
      );
      return Number(rows[0]?.n);
    });

  /** A post with a comment, an edit and two reactions. */
  async function converse(group: string, word: string): Promise<string> {
    const key = `${word} key of anna`;
    const post = await as(anna, (her) => her.wall.post({ group, text: `${word} soup`, key }));
    const text = `${word} bread`;
    const comment = await as(ben, (his) => his.wall.comment({ group, post: post.id, text, key }));
    const to = (kind: 'post' | 'comment', id: string) => ({
      message: { group, kind, id },
      post: post.id,
    });
    await as(ben, (his) => his.wall.react({ ...to('post', post.id), kind: 'like' }));
    await as(anna, (her) => her.wall.react({ ...to('comment', comment.id), kind: 'love' }));
    const { version } = comment;
    const edit = {
      group,
      kind: 'comment',
      id: comment.id,
      version,
      text: `${word} butter`,
    } as const;
    await as(ben, (his) => his.wall.edit(edit));
    return post.id;
  }

  const tables = ['posts', 'comments', 'reactions', 'revisions'];
  const counts = async () => {
    const all = [];
    for (const table of tables) all.push(await count(table));
    return all;
  };

  describe('of old posts', () => {
    let group: string;
    beforeEach(async () => {
      group = (await as(anna, (her) => her.groups.create({ name: 'Lunch', purpose: '' }))).id;
      await converse(group, 'old');
      await organisation.clock.advance(3 * month);
      await converse(group, 'new');
    });

    it('keeps everything until an administrator wants otherwise', async () => {
      await run();
      expect(await counts()).toEqual([2, 2, 4, 2]);
      await keep(6);
      await run();
      expect(await counts()).toEqual([2, 2, 4, 2]);
    });

    it('lets those go that are older, with everything about them', async () => {
      await keep(2);
      await run();
      expect(await counts()).toEqual([1, 1, 2, 1]);
      const { posts } = await as(ben, (his) => his.wall.read({ group }));
      expect(posts).toMatchObject([{ text: 'new soup', commentCount: 1 }]);
    });

    it('goes on where it was ended', async () => {
      await keep(2);
      let ended = 0;
      for (let statement = 0; ended === statement; statement += 1) {
        let left = statement;
        const instance = openInstance({
          now: () => organisation.clock.now(),
          wait: (milliseconds) => organisation.clock.advance(milliseconds),
          onStatement: () => {
            if (left === 0) throw new Error('The function was ended.');
            left -= 1;
          },
        });
        await inFunction(() => upkeep(instance)).catch(() => (ended += 1));
      }
      expect(ended).toBeGreaterThan(5);
      expect(await counts()).toEqual([1, 1, 2, 1]);
    });
  });

  describe('of personal data', () => {
    it('erases who is gone: what says who they are, not what colleagues answered', async () => {
      const { id: group } = await as(ben, (his) => his.groups.create({ name: 'Run', purpose: '' }));
      const profile = { about: 'I run.', askMeAbout: [], interests: [] };
      await as(ben, (his) => his.card.update(profile));
      await as(ben, (his) => his.wall.post({ group, text: 'Who runs?', key: 'key of ben' }));
      await as(ben, (his) => his.wall.markRead({ group, until: 1 }));
      const thanks = { value: 'helps-out', reason: 'for the long run', as: 'kudos' } as const;
      await as(anna, (her) => her.kudos.give({ ...thanks, recipients: [ben], key: 'thank-key' }));
      const closed = { name: 'Works council', purpose: '', access: 'closed' } as const;
      const { id: council } = await as(anna, (her) => her.groups.create(closed));
      await as(ben, (his) => his.groups.ask({ group: council, note: 'It is Ben' }));
      expect(await count('asks')).toBe(1);
      await inFunction(() => erasePerson(organisation.instance, ben));
      await inFunction(() => erasePerson(organisation.instance, ben));
      for (const table of ['profiles', 'memberships', 'kudos', 'readMarks', 'asks']) {
        const name = table === 'readMarks' ? 'read_marks' : table;
        expect(await count(name), table).toBe(0);
      }
      const { posts } = await as(anna, (her) => her.wall.read({ group }));
      expect(posts).toMatchObject([{ text: 'Who runs?', author: { name: '', active: false } }]);
      expect(JSON.stringify(posts)).not.toContain(ben);
      // Somebody who comes back is somebody new.
      await as(ben, (his) => his.wall.post({ group, text: 'Hello again', key: 'key of ben' }));
      expect((await as(anna, (her) => her.wall.read({ group }))).posts).toHaveLength(2);
    });

    it('is reported once a week, and closed accounts are erased', async () => {
      const gone = '712020:gone-4f1e';
      await as(anna, (her) => her.wall.markRead({ group: 'x', until: 1 }));
      await inFunction(async () => {
        await organisation.instance.database
          .insertInto('people')
          .values({ id: 99, account: gone })
          .execute();
      });
      const known = () =>
        inFunction(async () => {
          const { rows } = await sql<{
            account: string;
          }>`SELECT CAST(account AS CHAR) AS account FROM people ORDER BY id`.execute(
            organisation.instance.database,
          );
          return rows.map(({ account }) => account);
        });
      await run();
      expect(await known()).toEqual([anna, 'erased-99']);
      await inFunction(async () => {
        await organisation.instance.database
          .insertInto('people')
          .values({ id: 100, account: gone })
          .execute();
      });
      await run();
      expect(await known()).toContain(gone);
      await organisation.clock.advance(7 * 24 * 60 * 60_000);
      await run();
      expect(await known()).toEqual([anna, 'erased-99', 'erased-100']);
    });
  });

  it('lets nothing be added where there is no room, and everything else be done', async () => {
    const { id: group } = await as(anna, (her) => her.groups.create({ name: 'Full', purpose: '' }));
    const post = await as(anna, (her) =>
      her.wall.post({ group, text: 'Soup', key: 'key of anna' }),
    );
    const { room } = organisation.instance;
    const usage = await inFunction(() => room.usage());
    expect(usage.tables.map(({ table }) => table)).toContain('posts');
    expect(usage.bytes).toBeGreaterThan(0);
    // An installation for development has an eighth of a gibibyte.
    organisation.fill(2 ** 27 * 0.98);
    const more = as(anna, (her) => her.wall.post({ group, text: 'More', key: 'another key' }));
    await expect(more).rejects.toMatchObject({ tag: 'StorageFull' });
    const { version } = post;
    const ref = { group, kind: 'post', id: post.id } as const;
    await as(anna, (her) =>
      her.wall.edit({ ...ref, version, text: 'Less' }).catch(() => undefined),
    );
    await as(anna, (her) => her.wall.remove({ ...ref, version, reason: '' }));
    expect((await as(anna, (her) => her.wall.read({ group }))).posts).toEqual([]);
  });
});
