/** Posts that a person follows: new comments on them wait for that person alone. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import { isKantineError } from '../kernel/errors.ts';
import { id } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys, maxIn, rows } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { preferences } from './preference.ts';

interface PostName {
  readonly group: string;
  readonly post: string;
}

/** A post that somebody follows. */
export interface Followed extends PostName {
  readonly since: Instant;
}

/** No group's id holds a slash. */
const keyOf = ({ group, post }: PostName): string => `follow:${group}/${post}`;

const ownRow = (me: PersonId, post: PostName) =>
  byKeys(preferences, personContainer(me), me, [keyOf(post)]);

/** The query for the posts that a person follows: the newest 60 count. */
export const followedBy = (me: PersonId) =>
  rows(preferences, {
    container: personContainer(me),
    index: 'byKind',
    eq: 'follow',
    order: 'descending',
    limit: maxIn,
  });

/** Rows that do not fit their key are nobody's choice. */
export const followedIn = (records: readonly RecordOf<typeof preferences>[]): readonly Followed[] =>
  records
    .filter((record) => isWellFormed(preferences, record))
    .flatMap(({ key, fields, created }) => {
      const begin = keyOf({ group: fields.group, post: '' });
      const isFit = fields.kind === 'follow' && key.startsWith(begin) && key.length > begin.length;
      return isFit ? [{ group: fields.group, post: key.slice(begin.length), since: created }] : [];
    });

const ofPost = v.strictObject({ group: id, post: id });

/** From now on new comments on the post wait for the reader. Nobody is told. */
export const follow = command({
  input: ofPost,
  run: async ({ store, identity }: Host, post): Promise<void> => {
    const fields = { kind: 'follow', group: post.group, person: '' };
    await store.insert(preferences, personContainer(await identity.me()), keyOf(post), fields);
  },
});

/** To take back what was never chosen changes nothing. */
export const unfollow = command({
  input: ofPost,
  run: async ({ store, identity }: Host, post): Promise<void> => {
    const [{ records }] = await store.read([ownRow(await identity.me(), post)]);
    for (const record of records) {
      try {
        await store.remove(preferences, record);
      } catch (error) {
        // Another window took it back at the same moment.
        if (!isKantineError(error, 'NotFound')) throw error;
      }
    }
  },
});

/** Whether the reader follows the post. */
export const follows = query({
  input: ofPost,
  reads: () => [[preferences, anywhere]],
  run: async ({ store, identity }, post): Promise<boolean> => {
    const [{ records }] = await store.read([ownRow(await identity.me(), post)]);
    return followedIn(records).length > 0;
  },
});
