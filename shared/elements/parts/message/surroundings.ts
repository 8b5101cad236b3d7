/** What a message needs of the page that it stands on: views and functions, and no model. */
import type {
  CommentView,
  Instant,
  LetterReaders,
  MessageRef,
  MessageThanks,
  PersonSummary,
  PostView,
  ReactionKind,
  Reactor,
  ReportReason,
  Revision,
  StewardsView,
  TopicView,
} from '@kantine/core';

/** A message of a page: a post, or a comment together with its post. */
export interface MessageTarget {
  readonly kind: MessageRef['kind'];
  readonly id: string;
  readonly post: string;
}

/** What a reader does to messages. Each throws a KantineError. */
export interface MessageWriting {
  comment(
    post: string,
    parent: string | undefined,
    text: string,
    key: string,
    mentions: readonly PersonSummary[],
  ): Promise<void>;
  react(
    target: MessageTarget,
    before: ReactionKind | undefined,
    kind: ReactionKind | undefined,
  ): Promise<void>;
  /** Says which comment solved the reader's question; undefined takes that back. */
  accept(question: string, comment: string | undefined): Promise<void>;
  /** Says that a comment on a question helped the reader too, or takes that back. */
  setHelped(question: string, comment: string, helped: boolean): Promise<void>;
  /** What posts of the group may be about. */
  readonly topics: readonly TopicView[];
  /** Says what a post is about; undefined for nothing. */
  moveToTopic(post: string, topic: string | undefined): Promise<void>;
  addTopic(name: string): Promise<void>;
  renameTopic(topic: string, name: string): Promise<void>;
  dropTopic(topic: string): Promise<void>;
  /** Whether new comments on a post are told of under “For you”. */
  isFollowed(post: string): Promise<boolean>;
  setFollowed(post: string, followed: boolean): Promise<void>;
  /** Who thanked for a message. */
  thanksFor(target: MessageTarget): Promise<MessageThanks>;
  /** Thanks its author, or takes that back. */
  thank(target: MessageTarget, thanked: boolean): Promise<void>;
  /** Keeps the thanks for one's own message from everybody else, or shows them again. */
  keepThanks(target: MessageTarget, kept: boolean): Promise<void>;
  isPinned(post: string): boolean;
  /** Lets a post stand above the wall, or no more; shown at once. @returns until when */
  pin(post: PostView, pinned: boolean): Promise<Instant>;
  edit(target: MessageTarget, version: string, text: string): Promise<void>;
  remove(target: MessageTarget, version: string, reason: string): Promise<void>;
}

/** What a reader does about messages beside writing. Each throws a KantineError. */
export interface MessageStewarding {
  stewards(): Promise<StewardsView>;
  /** Who reads a report about somebody; undefined where only stewards would, of one of them. */
  readers(person: string): Promise<LetterReaders | undefined>;
  report(target: MessageTarget, why: ReportReason, note: string): Promise<void>;
  appeal(target: MessageTarget, note: string): Promise<void>;
  /** Whether the reader has asked to look again at their message. */
  appealed(target: MessageTarget): Promise<boolean>;
  hide(target: MessageTarget, reason: string): Promise<void>;
  show(target: MessageTarget, reason: string): Promise<void>;
  close(target: MessageTarget, reason: string): Promise<void>;
  reopen(target: MessageTarget, reason: string): Promise<void>;
}

/** What a message, or a post with its comments, asks its page to do. Each throws a KantineError. */
export interface MessageActions {
  /** The id of the group that the message is in. */
  readonly group: string;
  /** What writes comes when somebody is about to. */
  writing(): Promise<MessageWriting>;
  /** What reports, hides and closes comes when somebody asks for more. */
  stewarding(): Promise<MessageStewarding>;
  history(target: MessageTarget): Promise<readonly Revision[]>;
  reactors(target: MessageTarget): Promise<readonly Reactor[]>;
  /** Loads all comments of a post. */
  expand(post: string): Promise<void>;
  /** Shows what is there now. */
  refresh(): Promise<void>;
  /** Where a draft of the reader's is kept, by what it is for. */
  draftName(...parts: readonly string[]): string;
}

/** Begins the id of a message that the host has not confirmed yet. */
const sendingPrefix = 'sending:';

export const sendingId = (key: string): string => sendingPrefix + key;

export const isSending = ({ id }: { readonly id: string }): boolean => id.startsWith(sendingPrefix);

/** @param post that a comment is on; absent for a post. */
export const targetOf = (
  { id }: PostView | CommentView,
  post: string | undefined,
): MessageTarget =>
  post === undefined ? { kind: 'post', id, post: id } : { kind: 'comment', id, post };
