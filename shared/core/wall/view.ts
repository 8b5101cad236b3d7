/** Messages as people see them, folded from admitted rows. */
import type { FindPerson, PersonSummary } from '../people/person.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import type { Counts } from '../kernel/query.ts';
import type { GroupView } from '../groups/group.ts';
import type { GroupAudience } from '../groups/joined.ts';
import { mentionedIn } from '../mentions/token.ts';
import type { ReactionKind } from '../settings/settings.ts';
import type { Decision, Decisions, Hidden, Late } from '../stewards/decisions.ts';
import type { TopicView } from '../topics/topics.ts';
import { announces, targetName } from './message.ts';
import type { CommentRecord, PostRecord } from './message.ts';
import { reactionSummary } from './reaction.ts';
import type { ReactionSummary } from './reaction.ts';

interface MessageView {
  readonly id: string;
  readonly author: PersonSummary;
  /** In the Markdown subset of the guide; empty when deleted. */
  readonly text: string;
  /** Whom the text mentions; those whom the host does not know have no name. Absent where that is nobody. */
  readonly mentions?: readonly PersonSummary[];
  readonly created: Instant;
  /** Its author says so, or the host does: it was changed too late to be a draft that was sent again. */
  readonly edited: boolean;
  readonly deleted: boolean;
  /** Why it was deleted; may be empty. */
  readonly reason: string;
  /** Names what an edit or deletion is based on. */
  readonly version: string;
  /** The reader wrote it, and may edit and delete it. */
  readonly mine: boolean;
  /** Stewards hid it: others than its author and stewards are given no text. */
  readonly hidden?: Hidden;
  /** It came after the conversation was closed or the group archived, and nobody but its author, the reader, sees it. */
  readonly late?: Late;
  /** Set where the reader would rather not see its author. */
  readonly unwanted?: true;
  readonly reactions: ReactionSummary;
}

export interface CommentView extends MessageView {
  readonly post: string;
  /** The comment that it replies to; absent for a comment on the post. */
  readonly parent?: string;
  /** How many colleagues say that this answer to a question helped them too; absent for none. */
  readonly helped?: number;
  /** Whether the reader says so. */
  readonly helpedMe?: true;
}

export interface PostView extends MessageView {
  /** Absent for something to share. */
  readonly kind?: 'question' | 'idea' | 'article' | undefined;
  /** The answer that solved the question, as its author or a steward says. */
  readonly accepted?: CommentView;
  /** The steward who says so, where that is not its author. */
  readonly acceptedBy?: PersonSummary;
  /** What it is about, as its author or whoever moved it said. */
  readonly topic?: TopicView;
  /** The conversation takes no new comments. */
  readonly closed?: Decision;
  /** All comments that were written, those that are not loaded included. */
  readonly commentCount: number;
  /** Set where rows that are no comments may be among those that are counted but not loaded. */
  readonly isCountRough?: true;
  /** The newest comments, oldest first; all of them once the thread is loaded. */
  readonly comments: readonly CommentView[];
}

/** A post that stewards let stand above the wall. */
export interface PinView {
  /** The post's id. */
  readonly post: string;
  readonly author: PersonSummary;
  /** How its words begin, in one line. */
  readonly text: string;
  /** The steward who says so. */
  readonly by: PersonSummary;
  readonly until: Instant;
}

export interface WallPage {
  /** The reader's id. */
  readonly me: PersonId;
  readonly group: GroupView;
  readonly audience: GroupAudience;
  /** Whether the reader may write here: in an archived group nobody does. */
  readonly canWrite: boolean;
  /** Newest first. */
  readonly posts: readonly PostView[];
  /** At most three posts that stand above the wall, the one that was pinned last first; absent for none. */
  readonly pins?: readonly PinView[] | undefined;
  /** What posts may be about, as stewards say; absent for none. */
  readonly topics?: readonly TopicView[];
  readonly cursor?: string | undefined;
  /** Posts after this moment are new to the reader; absent on a first visit. */
  readonly readUntil?: Instant;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

/** What turning rows into views needs besides the rows. */
export interface ViewContext {
  readonly me: PersonId;
  readonly person: FindPerson;
  readonly counts: Counts;
  /** The reader's own reactions, by target. */
  readonly mine: ReadonlyMap<string, ReactionKind>;
  /** Whom comments helped too, by their ids; nobody unless given. */
  readonly helped?: ReadonlyMap<string, ReadonlySet<PersonId>>;
  /** Whom the reader would rather not see; nobody unless given. */
  readonly blocked?: ReadonlySet<PersonId>;
  /** What stewards decided about the messages; nothing unless given. */
  readonly decisions?: Decisions | undefined;
}

/**
 * A draft that is sent again within this time, and that nobody answered, has not been read for long. In
 * milliseconds.
 */
export const correctable = 10 * 60_000;

/** @param answered when the first known answer was written. */
const isChangedLate = (
  { created, modified }: PostRecord | CommentRecord,
  answered: Instant,
): boolean => modified > Math.min(created + correctable, answered);

/** What a view says of the people whom its text mentions. */
export function mentionsIn(
  text: string,
  person: FindPerson,
): { readonly mentions?: readonly PersonSummary[] } {
  const mentions = mentionedIn(text).map(person);
  return mentions.length === 0 ? {} : { mentions };
}

function messageView(
  kind: 'post' | 'comment',
  record: PostRecord | CommentRecord,
  { me, person, counts, mine, blocked, decisions }: ViewContext,
  answered = Infinity,
): MessageView {
  const { id, author, created, version, fields } = record;
  const { text, edited, deleted, reason } = fields;
  return {
    id,
    author: person(author),
    text: deleted ? '' : text,
    ...mentionsIn(text, person),
    created,
    edited: edited || isChangedLate(record, answered),
    deleted,
    reason,
    version,
    mine: author === me,
    ...(blocked?.has(author) ? { unwanted: true } : {}),
    reactions: reactionSummary(targetName({ kind, id }), counts, mine),
    ...decisions?.decide(kind, record, person),
  };
}

export function commentView(record: CommentRecord, context: ViewContext): CommentView {
  const { post, parent } = record.fields;
  const helped = [...(context.helped?.get(record.id) ?? [])].filter((id) => id !== record.author);
  return {
    ...messageView('comment', record, context),
    post,
    ...(parent === '' ? {} : { parent }),
    ...(helped.length === 0 ? {} : { helped: helped.length }),
    ...(helped.includes(context.me) ? { helpedMe: true } : {}),
  };
}

/** What a post may be besides something to share; another word in a row by hand is none. */
const kinds = ['question', 'idea'] as const;

export function postView(
  record: PostRecord,
  comments: readonly CommentView[],
  count: Pick<PostView, 'commentCount' | 'isCountRough'>,
  context: ViewContext,
): PostView {
  const answered = Math.min(...comments.map(({ created }) => created));
  return {
    ...messageView('post', record, context, answered),
    kind: announces(record) ? 'article' : kinds.find((each) => each === record.fields.kind),
    ...count,
    comments,
  };
}

/** A comment with its replies, both oldest first. */
export interface Thread {
  readonly comment: CommentView;
  readonly replies: readonly CommentView[];
}

/**
 * One level of replies, whatever the rows say: a reply to a reply joins its thread, and a reply
 * whose comment is not loaded stands by itself. Deleted comments stay only where replies need them.
 */
export function foldThreads(comments: readonly CommentView[]): Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const rootOf = (comment: CommentView): CommentView => {
    const visited = new Set<string>();
    let root = comment;
    while (root.parent !== undefined && !visited.has(root.id)) {
      visited.add(root.id);
      const parent = byId.get(root.parent);
      if (!parent) break;
      root = parent;
    }
    return root;
  };
  const replies = new Map<string, CommentView[]>();
  const roots: CommentView[] = [];
  for (const comment of [...comments].sort(oldestFirst)) {
    const root = rootOf(comment);
    if (root === comment) roots.push(comment);
    else if (!comment.deleted) replies.set(root.id, [...(replies.get(root.id) ?? []), comment]);
  }
  return roots
    .map((comment) => ({ comment, replies: replies.get(comment.id) ?? [] }))
    .filter((thread) => !thread.comment.deleted || thread.replies.length > 0);
}

/** By time, then by id: rows of one millisecond keep one order everywhere. */
export const oldestFirst = (a: MessageView, b: MessageView): number =>
  a.created - b.created || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
