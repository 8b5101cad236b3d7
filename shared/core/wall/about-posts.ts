/** What a page of posts needs besides the posts: the questions, and which rows answer them. */
import { admitEach } from '../kernel/admit.ts';
import { choiceOwner, isWellFormed } from '../kernel/collection.ts';
import { groupContainer } from '../kernel/container.ts';
import type { PersonId } from '../kernel/record.ts';
import { isVisible } from '../kernel/visible-text.ts';
import type { Store } from '../kernel/ports.ts';
import { count, maxLimit, rows } from '../kernel/query.ts';
import type { Rows, RowsQuery } from '../kernel/query.ts';
import type { ReactionKind } from '../settings/settings.ts';
import { mentionedIn } from '../mentions/token.ts';
import { comments, posts } from './message.ts';
import type { CommentRecord, PostRecord } from './message.ts';
import { admitReaction, reactions } from './reaction.ts';
import type { ReactionRecord } from './reaction.ts';

/** The queries for everything about some posts of a group. */
export const aboutPosts = (
  group: string,
  ids: readonly string[],
  me: PersonId,
  commentLimit: number,
) => {
  const container = groupContainer(group);
  const owners = ids.map((id) => choiceOwner(id, me));
  const of = { container, index: 'byPost', in: ids } as const;
  return [
    rows(comments, { ...of, order: 'descending', limit: commentLimit }),
    count(comments, { ...of, by: 'post', distinctAuthors: false, admit: isComment }),
    count(reactions, { ...of, by: 'mark', distinctAuthors: true, keyed: true }),
    rows(reactions, {
      container,
      index: 'byOwner',
      in: owners,
      author: me,
      order: 'descending',
      limit: maxLimit,
    }),
  ] as const;
};

export const isReaction = (record: ReactionRecord): boolean =>
  isWellFormed(reactions, record) && admitReaction(record);

/** A message that shows nothing is none, unless its author deleted it. */
const saysSomething = ({ fields: { deleted, text } }: PostRecord | CommentRecord): boolean =>
  deleted || isVisible(text);

export const isComment = (record: CommentRecord): boolean =>
  isWellFormed(comments, record) && saysSomething(record);
export const isPost = (record: PostRecord): boolean =>
  isWellFormed(posts, record) && saysSomething(record);

/** Most mentions of a page that are drawn with a name, beside those of people who wrote on it. */
const mostNamed = 60;

/** The authors of messages, and whom they mention. */
export const peopleIn = (records: readonly (PostRecord | CommentRecord)[]): readonly PersonId[] => [
  ...records.map(({ author }) => author),
  ...records.flatMap(({ fields }) => mentionedIn(fields.text)).slice(0, mostNamed),
];

/** The reader's own reactions, by target; an admitted owner is the author. */
export async function ownReactions(
  store: Store,
  query: RowsQuery<typeof reactions.fields>,
  answer: Rows<ReactionRecord['fields']>,
): Promise<ReadonlyMap<string, ReactionKind>> {
  const { records } = await admitEach(store, query, answer, isReaction);
  return new Map(records.map(({ fields }) => [fields.target, fields.kind as ReactionKind]));
}
