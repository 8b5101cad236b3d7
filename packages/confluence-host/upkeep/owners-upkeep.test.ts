/** Owners' power over the rows of others, over choices too, and that no page reaches it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collections, createCommunity, groupContainer, personContainer } from '@kantine/core';
import type { Community } from '@kantine/core';
import { mostAtOnce } from '@kantine/core/upkeep';
import type { Upkeep } from '@kantine/core/upkeep';
import { declaredHostOperations } from '../resolver/host-operations.ts';
import { fillWall } from '../testing/bulk.ts';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { sqlUpkeep } from './owners-upkeep.ts';
import { rowsAStep } from './records-of-others.ts';

const [anna, ben] = [accountOf('anna'), accountOf('ben')];
const { comments, posts, reactions, readMarks } = collections;

describe.each(['MariaDB', 'the embedded database'] as const)('owners’ upkeep on %s', (engine) => {
  let organisation: Organisation;
  let group: string;
  let post: string;
  beforeEach(async () => {
    organisation = await openOrganisation({ engine });
    ({ id: group } = await as(anna, (her) => her.groups.create({ name: 'Lunch', purpose: '' })));
    ({ id: post } = await as(anna, (her) =>
      her.wall.post({ group, text: 'Soup', key: 'key-of-anna' }),
    ));
  });
  afterEach(() => organisation.close());

  const as = <T>(person: string, work: (community: Community) => Promise<T>): Promise<T> =>
    organisation.within({ as: person, space: 'WORK' }, (host) => work(createCommunity(host)));
  const owner = <T>(work: (upkeep: Upkeep) => Promise<T>, person = 'admin'): Promise<T> =>
    organisation.within({ as: person }, (host) => work(sqlUpkeep(organisation.instance, host)));
  const room = () => groupContainer(group);
  const react = (person: string, kind: 'like' | 'love', message = 'post', id = post) =>
    as(person, (theirs) =>
      theirs.wall.react({ message: { group, kind: message as 'post', id }, post, kind }),
    );

  it('choices of others are scanned and purged; they have no words to blank', async () => {
    const { id: comment } = await as(ben, (his) =>
      his.wall.comment({ group, post, text: 'And bread', key: 'key-of-ben' }),
    );
    await react(anna, 'like');
    await react(ben, 'love');
    await react(anna, 'love', 'comment', comment);
    const { records } = await owner((upkeep) => upkeep.scan(reactions, room()));
    expect(records.map(({ author, fields }) => [author, fields.target, fields.kind])).toEqual([
      [anna, `post:${post}`, 'like'],
      [anna, `comment:${comment}`, 'love'],
      [ben, `post:${post}`, 'love'],
    ]);
    const [first, , his] = records;
    const ids = [first?.id ?? '', his?.id ?? '', 'nothing', post];
    await expect(owner((upkeep) => upkeep.purge(reactions, room(), ids), anna)).rejects.toThrow();
    for (let turn = 0; turn < 2; turn += 1)
      await owner((upkeep) => upkeep.purge(reactions, room(), ids));
    const left = await owner((upkeep) => upkeep.scan(reactions, room()));
    expect(left.records).toEqual([records[1]]);
    const [shown] = (await as(ben, (theirs) => theirs.wall.read({ group }))).posts;
    expect(shown?.reactions.counts).toEqual({});
    const blanking = owner((upkeep) => upkeep.blank(reactions, room(), ids[0] ?? '', {}));
    await expect(blanking).rejects.toThrow(RangeError);
  });

  it('an administrator reaches what only one person can read, and is asked who they are first', async () => {
    await as(ben, (his) => his.wall.markRead({ group, until: 1 }));
    const own = personContainer(ben);
    const { records } = await owner((upkeep) => upkeep.scan(readMarks, own));
    expect(records).toMatchObject([{ author: ben }]);
    const before = organisation.statements.length;
    for (const person of [anna, ben]) {
      const scan = owner((upkeep) => upkeep.scan(readMarks, own), person);
      await expect(scan).rejects.toMatchObject({ tag: 'Forbidden' });
    }
    expect(organisation.statements.length).toBe(before);
    await owner((upkeep) => upkeep.purge(readMarks, own, [records[0]?.id ?? '']));
    expect((await owner((upkeep) => upkeep.scan(readMarks, own))).records).toEqual([]);
  });

  it('a step takes as many rows as fit into one answer of Forge, be they as long as they may', async () => {
    expect(rowsAStep(reactions)).toBeLessThanOrEqual(mostAtOnce);
    expect(rowsAStep(posts)).toBeGreaterThan(50);
    expect(rowsAStep(posts)).toBeLessThan(mostAtOnce);
    const longest = 'é'.repeat(posts.fields.text.max);
    const many = rowsAStep(posts) + 1;
    for (let at = 0; at < many; at += 1) {
      await organisation.within({ as: anna, space: 'WORK' }, ({ store }) =>
        store.insert(posts, room(), `long ${at}`, {
          text: longest,
          edited: false,
          deleted: false,
          reason: '',
          kind: 'post',
          topic: '',
          unsure: false,
        }),
      );
      await organisation.clock.advance(1000);
    }
    const first = await owner((upkeep) => upkeep.scan(posts, room()));
    expect(first.records).toHaveLength(rowsAStep(posts));
    const rest = await owner((upkeep) => upkeep.scan(posts, room(), first.after));
    expect(rest.records).toHaveLength(2);
  });

  it('no page reaches it: there is no such operation, in the community or in the host', async () => {
    const names = [...(await declaredHostOperations()).keys()];
    for (const power of ['purge', 'blank', 'scan', 'upkeep']) {
      expect(names).not.toContain(power);
      for (const operation of [power, `upkeep.${power}`, `store.${power}`, `wall.${power}`]) {
        const input = { collection: 'posts', container: room(), ids: [post], group, id: post };
        const answer = await organisation.call({ as: 'admin', space: 'WORK' }, operation, input);
        expect(answer, operation).toMatchObject({ error: { tag: 'Outdated' } });
      }
    }
    const { posts: shown } = await as(ben, (his) => his.wall.read({ group }));
    expect(shown).toMatchObject([{ id: post, text: 'Soup' }]);
  });
});

it('a scan of choices goes on where it was left, each once', async () => {
  const organisation = await openOrganisation({ engine: 'MariaDB' });
  const { id: group } = await organisation.within({ as: anna, space: 'WORK' }, (host) =>
    createCommunity(host).groups.create({ name: 'Lunch', purpose: '' }),
  );
  const container = groupContainer(group);
  await fillWall(organisation, container, 500);
  const ids: string[] = [];
  let steps = 0;
  let after: string | undefined;
  do {
    const step = await organisation.within({ as: 'admin' }, (host) =>
      sqlUpkeep(organisation.instance, host).scan(reactions, container, after),
    );
    ids.push(...step.records.map(({ id }) => id));
    steps += 1;
    ({ after } = step);
  } while (after !== undefined);
  expect(steps).toBe(3);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(500 * 4 + 250);
  const counted = await organisation.within({ as: 'admin' }, (host) =>
    sqlUpkeep(organisation.instance, host).scan(comments, container),
  );
  expect(counted.records.length).toBe(Math.min(250, rowsAStep(comments)));
  await organisation.close();
});
