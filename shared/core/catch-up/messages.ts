/** The messages that candidates name, with what was done about them before: one question. */
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer, personContainer } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { inTurn } from '../kernel/in-turn.ts';
import type { Host } from '../kernel/ports.ts';
import { inParts } from '../kernel/in-parts.ts';
import { byIds, byKeys } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { groupsAmong, groupsOf } from '../groups/groups-of.ts';
import type { GroupRecord } from '../groups/group.ts';
import { comments, posts, readMarks } from '../wall/message.ts';
import type { CommentRecord, PostRecord } from '../wall/message.ts';
import { newestActs } from '../stewards/acts.ts';
import { actsByGroup } from '../stewards/unhidden.ts';
import type { ActsOfGroups } from '../stewards/unhidden.ts';
import type { Messages } from './admit.ts';
import { doneKey } from './done-key.ts';

/** The ids that are wanted in one group, and the messages there that may be done already. */
export interface Wanted {
  readonly posts: ReadonlySet<string>;
  readonly comments: ReadonlySet<string>;
  /** As `targetName` gives them. */
  readonly targets: ReadonlySet<string>;
}

export interface FoundMessages {
  readonly messages: ReadonlyMap<ContainerId, Messages>;
  /** Until when one is done with a message, by its `doneKey`. */
  readonly done: ReadonlyMap<string, Instant>;
  readonly records: ReadonlyMap<string, GroupRecord>;
  /** What stewards did in the groups. */
  readonly acts: ActsOfGroups;
}

/** @param wanted by group. @param nameless the groups whose names are not known yet. */
export async function findMessages(
  { store }: Host,
  me: PersonId,
  wanted: ReadonlyMap<string, Wanted>,
  nameless: ReadonlySet<string>,
): Promise<FoundMessages> {
  const groups = [...wanted.keys()];
  const keys = [...wanted].flatMap(([group, { targets }]) =>
    [...targets].map((target) => doneKey(group, target)),
  );
  const own = personContainer(me);
  const partsOf = (field: 'posts' | 'comments') =>
    [...wanted].flatMap(([group, ids]) =>
      inParts(ids[field]).map((some) => [groupContainer(group), some] as const),
    );
  const onPosts = partsOf('posts').map(([container, ids]) => byIds(posts, container, ids));
  const onComments = partsOf('comments').map(([container, ids]) => byIds(comments, container, ids));
  const onDone = inParts(keys).map((some) => byKeys(readMarks, own, me, some));
  const unnamed = groups.filter((group) => nameless.has(group));
  const onNames = groupsOf(unnamed);
  const onActs = groups.map((group) => newestActs(groupContainer(group)));
  // One question, since each is a statement on some hosts.
  const answers = await store.read([...onPosts, ...onComments, ...onDone, ...onNames, ...onActs]);
  const next = inTurn(answers);
  const foundPosts = next(onPosts).flatMap(({ records }) => records);
  const foundComments = next(onComments).flatMap(({ records }) => records);
  const done = next(onDone).flatMap(({ records }) => records);
  const named = next(onNames).flatMap(({ records }) => records);
  return {
    messages: new Map(
      groups.map(groupContainer).map((container) => [
        container,
        {
          posts: byId<PostRecord>(container, foundPosts),
          comments: byId<CommentRecord>(container, foundComments),
        },
      ]),
    ),
    done: new Map(
      done
        .filter((row) => isWellFormed(readMarks, row))
        .map(({ key, fields }) => [key, fields.until]),
    ),
    records: groupsAmong(named, unnamed),
    acts: actsByGroup(groups, next(onActs)),
  };
}

const byId = <Message extends PostRecord | CommentRecord>(
  container: ContainerId,
  records: readonly Message[],
): ReadonlyMap<string, Message> =>
  new Map(records.filter((row) => row.container === container).map((row) => [row.id, row]));
