import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collections, createCommunity, groupContainer, reactionKinds, rows } from '@kantine/core';
import type { Community, GroupView, ReactionKind, Store } from '@kantine/core';
import { memoryServer } from '@kantine/core/memory-host';
import { contractPeople } from '@kantine/host-contract';
import type { Role } from '@kantine/host-contract';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

const { reactions } = collections;
const actors = ['anna', 'ben', 'zoe'] as const;
type Actor = (typeof actors)[number];

/** A wall with two posts and a comment, on one host or the other. */
interface Wall {
  as<T>(actor: Actor, work: (community: Community, store: Store) => Promise<T>): Promise<T>;
  readonly group: string;
  /** The same messages have other ids on another host. */
  readonly messages: readonly { kind: 'post' | 'comment'; id: string; post: string }[];
}

async function wallOf(as: Wall['as']): Promise<Wall> {
  const named = { name: `Group ${Math.random()}`, purpose: '' };
  const { id: group } = await as<GroupView>('anna', (her) => her.groups.create(named));
  const post = (key: string) => as('anna', (her) => her.wall.post({ group, text: key, key }));
  const [first, second] = [await post('the first post'), await post('the second post')];
  const comment = await as('ben', (his) =>
    his.wall.comment({ group, post: first.id, text: 'a comment', key: 'the comment' }),
  );
  const messages = [
    { kind: 'post', id: first.id, post: first.id },
    { kind: 'post', id: second.id, post: second.id },
    { kind: 'comment', id: comment.id, post: first.id },
  ] as const;
  return { as, group, messages };
}

interface Act {
  readonly by: Actor;
  readonly message: number;
  readonly kind: ReactionKind | undefined;
}

const acts = fc.array(
  fc.record({
    by: fc.constantFrom(...actors),
    message: fc.nat({ max: 2 }),
    kind: fc.option(fc.constantFrom(...reactionKinds), { nil: undefined }),
  }),
  { maxLength: 12 },
);

/** What everybody sees of the reactions, without the ids that differ from host to host. */
async function seen({ as, group, messages }: Wall, act: readonly Act[]) {
  for (const { by, message: at, kind } of act) {
    const { post, ...message } = messages[at] as (typeof messages)[number];
    await as(by, (them) => them.wall.react({ message: { ...message, group }, post, kind }));
  }
  const views = [];
  for (const actor of actors) {
    const { posts } = await as(actor, (them) => them.wall.read({ group }));
    views.push(
      posts.map(({ text, reactions: own, comments }) => [
        text,
        own,
        comments.map((comment) => comment.reactions),
      ]),
    );
  }
  const reactors = [];
  for (const { kind, id } of messages) {
    const found = await as('zoe', (her) => her.wall.reactors({ group, kind, id }));
    reactors.push(found.map(({ person, kind: given }) => `${person.name} ${given}`).toSorted());
  }
  return { views, reactors };
}

describe.each(['MariaDB', 'the embedded database'] as const)(
  'reactions in their own table on %s',
  (engine) => {
    let organisation: Organisation;
    beforeAll(async () => {
      organisation = await openOrganisation({ engine });
    });
    afterAll(() => organisation.close());

    const here: Wall['as'] = (actor, work) =>
      organisation.within({ as: accountOf(actor), space: 'WORK' }, (host) =>
        work(createCommunity(host), host.store),
      );

    /** Nobody starts more than ten groups a day. */
    async function newWall(): Promise<Wall> {
      await organisation.clock.advance(3 * 60 * 60_000);
      return wallOf(here);
    }

    function elsewhere(): Wall['as'] {
      let keys = 0;
      const roles = Object.keys(contractPeople) as readonly Role[];
      const server = memoryServer({
        people: roles.map((role) => ({ id: accountOf(role), ...contractPeople[role] })),
        clock: { now: () => organisation.clock.now() + (keys += 1) },
        ids: { next: () => `key-${String((keys += 1)).padStart(17, '0')}` },
      });
      return (actor, work) => {
        const host = server.connect(accountOf(actor));
        return work(createCommunity(host), host.store);
      };
    }

    it('look as they do in memory, whatever people do', async () => {
      await fc.assert(
        fc.asyncProperty(acts, async (act) => {
          const [wall, other] = [await newWall(), await wallOf(elsewhere())];
          expect(await seen(wall, act)).toEqual(await seen(other, act));
        }),
        { numRuns: 12 },
      );
    });

    it('keep the rules of records', async () => {
      const { group, messages } = await newWall();
      const container = groupContainer(group);
      const [{ id: post }] = messages as readonly [Message, Message, Message];
      const fields = (kind: string, by: Actor) => ({
        post,
        target: `post:${post}`,
        kind,
        mark: `post:${post}|${kind}`,
        owner: JSON.stringify([post, accountOf(by)]),
      });
      const give = (by: Actor, kind: string) =>
        here(by, (_, store) =>
          store.insert(reactions, container, `post:${post}`, fields(kind, by)),
        );
      const first = await give('anna', 'like');
      expect(first).toMatchObject({ inserted: true, record: { fields: fields('like', 'anna') } });
      expect(await give('anna', 'love')).toEqual({ ...first, inserted: false });
      const { record } = first;
      const change = (by: Actor) =>
        here(by, (_, store) => store.update(reactions, record, fields('smile', 'anna')));
      await expect(change('ben')).rejects.toMatchObject({ tag: 'Forbidden' });
      const changed = await change('anna');
      expect(changed).toMatchObject({ id: record.id, fields: { kind: 'smile' } });
      await expect(change('anna')).rejects.toMatchObject({ tag: 'Conflict' });
      await here('anna', async (_, store) => {
        const byId = {
          container,
          index: 'id',
          in: [record.id],
          order: 'ascending',
          limit: 1,
        } as const;
        expect((await store.read([rows(reactions, byId)]))[0].records).toEqual([changed]);
        await expect(store.remove(reactions, record)).rejects.toMatchObject({ tag: 'Conflict' });
        await store.remove(reactions, changed);
        await expect(store.remove(reactions, changed)).rejects.toMatchObject({ tag: 'NotFound' });
      });
      await organisation.clock.advance(1000);
      expect((await give('anna', 'like')).record.id).not.toBe(record.id);
    });

    it('come in pages', async () => {
      const { group, messages } = await newWall();
      const [{ id: post }] = messages as readonly [Message, Message, Message];
      for (const { kind, id } of messages.filter((message) => message.post === post)) {
        for (const by of actors) {
          const message = { group, kind, id };
          await here(by, (them) => them.wall.react({ message, post, kind: 'like' }));
        }
      }
      for (const order of ['ascending', 'descending'] as const) {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const asked = { container: groupContainer(group), index: 'byPost', eq: post, limit: 2 };
          const query = rows(reactions, { ...asked, order, ...(cursor ? { cursor } : {}) });
          const [page] = await here('ben', (_, store) => store.read([query]));
          found.push(...page.records.map(({ id }) => id));
          ({ cursor } = page);
        } while (cursor);
        expect(new Set(found).size).toBe(6);
        expect(found).toHaveLength(6);
      }
    });

    it('say nothing that their row could not hold, and are on messages that are there', async () => {
      const { group, messages } = await newWall();
      const [first, second, comment] = messages as readonly [Message, Message, Message];
      const react = ({ kind, id }: Pick<Message, 'kind' | 'id'>, post: string) =>
        here('ben', (his) => his.wall.react({ message: { group, kind, id }, post, kind: 'like' }));
      await expect(react({ ...first, id: '3zzzzzzzz' }, '3zzzzzzzz')).rejects.toMatchObject({
        tag: 'NotFound',
      });
      // A comment is on its own post, whatever somebody says.
      await expect(react(comment, second.id)).rejects.toMatchObject({ tag: 'NotFound' });
      await expect(react(first, second.id)).rejects.toBeInstanceOf(TypeError);
      const { posts } = await here('ben', (his) => his.wall.read({ group }));
      expect(posts.map(({ reactions: own }) => own.counts)).toEqual([{}, {}]);
    });
  },
);

type Message = Wall['messages'][number];
