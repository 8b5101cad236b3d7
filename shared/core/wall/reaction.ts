/** Reactions: one a person and message. */
import { choiceMark, choiceOwner, collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import type { Counts } from '../kernel/query.ts';
import { reactionKinds } from '../settings/settings.ts';
import type { ReactionKind } from '../settings/settings.ts';

export const reactions = collection({
  name: 'reactions',
  keptIn: ['group', 'closed'],
  size: 'many',
  key: 'one',
  about: { of: 'records', ids: { posts: 'post' }, name: 'target' },
  subject: [],
  privacy: {
    purpose: 'How people react to a message.',
    readers: 'readers of its container',
    keep: 'with',
    erasing: 'given',
    leaving: 'unname',
  },
  choice: {
    within: 'post',
    target: 'target',
    choice: 'kind',
    mark: 'mark',
    owner: 'owner',
    choices: reactionKinds,
  },
  fields: {
    post: { type: 'text', max: 100 },
    /**
     * The message, as targetName gives it. Also the key, and the start of the mark: counts keep to
     * one reaction a person and message.
     */
    target: { type: 'text', max: 200 },
    kind: { type: 'text', max: 20 },
    /** Target and kind in one, so that one count gives every number on a page. */
    mark: { type: 'text', max: 250 },
    /** Post and author in one, so that one query gives all of a reader's own on a page. */
    owner: { type: 'text', max: 400 },
  },
  indexes: {
    byPost: { partition: 'post', order: 'created', proof: 'look' },
    byTarget: { partition: 'target', order: 'created', proof: 'key' },
    byOwner: { partition: 'owner', order: 'created', proof: 'own' },
  },
});

export type ReactionRecord = RecordOf<typeof reactions>;

/** What a message shows of its reactions. */
export interface ReactionSummary {
  readonly counts: Readonly<Partial<Record<ReactionKind, number>>>;
  /** The reader's own. */
  readonly mine?: ReactionKind;
}

const isReactionKind = (kind: string): kind is ReactionKind =>
  (reactionKinds as readonly string[]).includes(kind);

/** Drops a reaction of an unknown kind, a second one to a message, and one whose columns disagree. */
export function admitReaction({ author, key, fields }: ReactionRecord): boolean {
  const { post, target, kind, mark, owner } = fields;
  const agrees = mark === choiceMark(target, kind) && owner === choiceOwner(post, author);
  return isReactionKind(kind) && key === target && agrees;
}

/** The counts of one message, out of the counts of a page. */
export function reactionSummary(
  target: string,
  counts: Counts,
  mine: ReadonlyMap<string, ReactionKind>,
): ReactionSummary {
  const own = mine.get(target);
  const shown = reactionKinds.map(
    (kind) => [kind, counts.get(choiceMark(target, kind)) ?? 0] as const,
  );
  return {
    counts: Object.fromEntries(shown.filter(([, number]) => number > 0)),
    ...(own ? { mine: own } : {}),
  };
}

/** What the message shows once the reader's own reaction is another one, or none. */
export function withOwnReaction(
  { counts, mine }: ReactionSummary,
  next: ReactionKind | undefined,
): ReactionSummary {
  const changed: Partial<Record<ReactionKind, number>> = { ...counts };
  if (mine) changed[mine] = (changed[mine] ?? 1) - 1;
  if (next) changed[next] = (changed[next] ?? 0) + 1;
  const shown = Object.entries(changed).filter(([, number]) => number > 0);
  return { counts: Object.fromEntries(shown), ...(next ? { mine: next } : {}) };
}
