/**
 * What a reader does to a wall: shown at once, settled when the community confirmed it. It is in one file, since
 * each deed goes through the same steps.
 */
import { plainText } from '@kantine/core';
import type {
  CommentView,
  Community,
  GroupAudience,
  Instant,
  MessageRef,
  MessageThanks,
  PersonSummary,
  PinView,
  PostView,
  ReactionKind,
  TopicView,
} from '@kantine/core';
import { msg, str } from '@lit/localize';
import type { LitElement } from 'lit';
import { announce, announcing } from '../kit/later-announce.ts';
import { keepPosts } from '../parts/keys/posts.ts';
import type { MessageTarget, MessageWriting } from '../parts/message/surroundings.ts';
import {
  addComment,
  addPost,
  changeComment,
  removeComment,
  removePost,
  sketch,
  withAccepted,
  withAudience,
  withHelped,
  withReaction,
  withoutUnanswered,
} from './wall-changes.ts';
import type { Origin, WallAsking } from './wall-asking.ts';
import type { LineHost } from './open-line.ts';
import { keepLines } from './wall-lines.ts';
import { changePost } from './wall-merge.ts';
import type { WallState } from './wall-state.ts';

/** What the core keeps to; what it says takes the place of what is shown at once. In milliseconds. */
const pinnedFor = 30 * 24 * 60 * 60_000;
const mostPins = 3;

/** The wall that is written on. */
interface Written {
  readonly host: LitElement;
  readonly asking: WallAsking;
  /** The reader, as far as they are known yet. */
  me: PersonSummary | undefined;
}

export class WallWriting implements MessageWriting {
  readonly group: string;
  readonly community: Community;
  /** Comes with what writes: both are for who does more than read. */
  readonly keep = (wall: LineHost): void => {
    keepPosts(wall);
    keepLines(wall);
  };

  readonly #wall: Written;
  /** The latest reaction to each message: the next one waits, or the two could change places. */
  readonly #reacting = new Map<string, Promise<void>>();

  constructor(wall: Written, group: string, community: Community) {
    this.#wall = wall;
    this.group = group;
    this.community = community;
    announcing(wall.host);
  }

  #say(text: string): void {
    announce(this.#wall.host, text);
  }

  /** Runs a write between showing it and settling it; a failure takes it back and is thrown on. */
  async #write<T>(
    show: (state: WallState) => WallState,
    write: (options: Origin) => Promise<T>,
    settle: (state: WallState, answer: T) => WallState,
    undo: (state: WallState) => WallState,
  ): Promise<void> {
    const { asking } = this.#wall;
    asking.show(show);
    try {
      const answer = await asking.settling(write);
      asking.show((state) => settle(state, answer));
    } catch (error) {
      asking.show(undo);
      throw error;
    }
  }

  /** @throws KantineError; the post is then off the wall again. */
  async post(
    text: string,
    key: string,
    kind: 'question' | undefined,
    mentions: readonly PersonSummary[],
    topic?: string,
  ): Promise<void> {
    const { group, community } = this;
    const { me } = this.#wall;
    const asked = kind === undefined ? {} : { kind };
    const about = this.#aboutTopic(topic);
    const shown: PostView = {
      ...sketch(me, key, text, mentions),
      ...asked,
      ...about,
      commentCount: 0,
      comments: [],
    };
    await this.#write(
      (state) => addPost(state, shown),
      (options) =>
        community.wall.post({ group, text, key, ...asked, ...(about ? { topic } : {}) }, options),
      (state, post) => addPost(removePost(state, shown.id), { ...post, ...about }),
      (state) => removePost(state, shown.id),
    );
    this.#say(msg('Posted.'));
  }

  /** @throws KantineError; the comment is then gone again. */
  async comment(
    post: string,
    parent: string | undefined,
    text: string,
    key: string,
    mentions: readonly PersonSummary[],
  ): Promise<void> {
    const { group, community } = this;
    const { me } = this.#wall;
    const reply = parent === undefined ? {} : { parent };
    const shown: CommentView = { ...sketch(me, key, text, mentions), post, ...reply };
    await this.#write(
      (state) => changePost(state, post, (view) => addComment(view, shown)),
      (options) => community.wall.comment({ group, post, text, key, ...reply }, options),
      (state, comment) => changePost(state, post, (view) => addComment(view, comment, shown.id)),
      (state) => changePost(state, post, (view) => removeComment(view, shown.id)),
    );
    this.#say(msg('Reply sent.'));
  }

  /**
   * Before something is written: who reads the wall by now, which is shown at once, and the reader's own face,
   * which stands beside what is on its way. @throws KantineError
   */
  async prepare(): Promise<GroupAudience | undefined> {
    const { group, community } = this;
    const { asking } = this.#wall;
    if (!this.#wall.me) {
      community.people.me().then(
        (me) => (this.#wall.me = me),
        () => undefined,
      );
    }
    const told = await community.wall.audience({ group });
    asking.show((state) => withAudience(state, told));
    return asking.answer?.info.audience;
  }

  /** Applies a change to a message, be it a post or a comment. */
  #change(
    { kind, id, post }: MessageTarget,
    change: <Message extends PostView | CommentView>(message: Message) => Message,
  ): (state: WallState) => WallState {
    return (state) =>
      changePost(state, post, (view) =>
        kind === 'post' ? change(view) : changeComment(view, id, change),
      );
  }

  #ref({ kind, id }: MessageTarget): MessageRef {
    return { group: this.group, kind, id };
  }

  /** @throws KantineError; the reaction is then as it was. */
  async react(
    target: MessageTarget,
    before: ReactionKind | undefined,
    kind: ReactionKind | undefined,
  ): Promise<void> {
    await this.#write(
      this.#change(target, (view) => withReaction(view, kind)),
      (options) => this.#reactInTurn(target, kind, options),
      (state) => state,
      this.#change(target, (view) => withReaction(view, before)),
    );
  }

  #reactInTurn(
    target: MessageTarget,
    kind: ReactionKind | undefined,
    options: Origin,
  ): Promise<void> {
    const { community } = this;
    const before = this.#reacting.get(target.id) ?? Promise.resolve();
    const input = { message: this.#ref(target), post: target.post, kind };
    const turn = before.catch(() => undefined).then(() => community.wall.react(input, options));
    this.#reacting.set(target.id, turn);
    return turn;
  }

  /** Shown when confirmed. @throws KantineError */
  async accept(question: string, comment: string | undefined): Promise<void> {
    const { group, community } = this;
    const { asking } = this.#wall;
    const input = { group, post: question, ...(comment === undefined ? {} : { comment }) };
    await asking.settling((options) => community.wall.accept(input, options));
    asking.show((state) => changePost(state, question, (view) => withAccepted(view, comment)));
  }

  /** Shown when confirmed. @throws KantineError */
  async setHelped(question: string, comment: string, helped: boolean): Promise<void> {
    const { group, community } = this;
    const { asking } = this.#wall;
    const input = { group, post: question, comment, helped };
    await asking.settling((options) => community.wall.helped(input, options));
    const change = (view: CommentView): CommentView => withHelped(view, helped);
    asking.show((state) =>
      changePost(state, question, (view) => changeComment(view, comment, change)),
    );
  }

  get topics(): readonly TopicView[] {
    return this.#wall.asking.answer?.info.topics ?? [];
  }

  #aboutTopic(id: string | undefined): { readonly topic: TopicView } | undefined {
    const topic = this.topics.find((each) => each.id === id);
    return topic && { topic };
  }

  /** Shown when confirmed. @throws KantineError */
  async moveToTopic(post: string, topic: string | undefined): Promise<void> {
    const { group, community } = this;
    const { asking } = this.#wall;
    const input = { group, post, ...(topic === undefined ? {} : { topic }) };
    await asking.settling((options) => community.wall.moveToTopic(input, options));
    await asking.ask();
  }

  /** Shown when confirmed. @throws KantineError */
  async addTopic(name: string): Promise<void> {
    const { group, community } = this;
    await community.wall.addTopic({ group, name, key: community.newKey() });
    await this.#wall.asking.ask();
  }

  /** Shown when confirmed. @throws KantineError */
  async renameTopic(topic: string, name: string): Promise<void> {
    const { group, community } = this;
    await community.wall.renameTopic({ group, topic, name, key: community.newKey() });
    await this.#wall.asking.ask();
  }

  /** Shown when confirmed. @throws KantineError */
  async dropTopic(topic: string): Promise<void> {
    const { group, community } = this;
    await community.wall.dropTopic({ group, topic, key: community.newKey() });
    await this.#wall.asking.ask();
  }

  get #pins(): readonly PinView[] {
    return this.#wall.asking.answer?.info.pins ?? [];
  }

  #showPins(pins: readonly PinView[]): void {
    this.#wall.asking.show((state) => ({ ...state, info: { ...state.info, pins } }));
  }

  isFollowed(post: string): Promise<boolean> {
    const { group, community } = this;
    return community.preferences.follows({ group, post });
  }

  /** Nothing of a wall shows it. @throws KantineError */
  async setFollowed(post: string, followed: boolean): Promise<void> {
    const { group, community } = this;
    const { preferences } = community;
    const input = { group, post };
    await this.#wall.asking.settling((options) =>
      followed ? preferences.follow(input, options) : preferences.unfollow(input, options),
    );
  }

  thanksFor(target: MessageTarget): Promise<MessageThanks> {
    return this.community.thanks.ofMessage(this.#ref(target));
  }

  /** Nothing of a wall shows it. @throws KantineError */
  async thank(target: MessageTarget, thanked: boolean): Promise<void> {
    const input = { ...this.#ref(target), thanked };
    await this.#wall.asking.settling((options) => this.community.thanks.thank(input, options));
  }

  /** Nothing of a wall shows it. @throws KantineError */
  async keepThanks(target: MessageTarget, kept: boolean): Promise<void> {
    const input = { ...this.#ref(target), kept };
    await this.#wall.asking.settling((options) => this.community.thanks.keep(input, options));
  }

  isPinned(post: string): boolean {
    return this.#pins.some((pin) => pin.post === post);
  }

  /** @returns until when. @throws KantineError; what stands above the wall is then as it was. */
  async pin(view: PostView, pinned: boolean): Promise<Instant> {
    const { group, community } = this;
    const { asking } = this.#wall;
    const by = await community.people.me();
    const before = this.#pins;
    const { id: post, author } = view;
    const others = before.filter((pin) => pin.post !== post);
    const shown: PinView = {
      post,
      author,
      text: plainText(view),
      by,
      until: Date.now() + pinnedFor,
    };
    this.#showPins(pinned ? [shown, ...others].slice(0, mostPins) : others);
    try {
      const input = { group, post, pinned };
      await asking.settling((options) => community.wall.pin(input, options));
    } catch (error) {
      this.#showPins(before);
      throw error;
    }
    await asking.ask();
    return this.#pins.find((pin) => pin.post === post)?.until ?? shown.until;
  }

  /** Shown when confirmed, so that the editor stays open through a failure. @throws KantineError */
  async edit(target: MessageTarget, version: string, text: string): Promise<void> {
    const { community } = this;
    const { asking } = this.#wall;
    const input = { ...this.#ref(target), version, text };
    const edited = await asking.settling((options) => community.wall.edit(input, options));
    asking.show(this.#change(target, (view) => ({ ...view, ...edited, edited: true })));
    this.#say(msg('Saved.'));
  }

  /** Shown when confirmed. @throws KantineError */
  async remove(target: MessageTarget, version: string, reason: string): Promise<void> {
    const { community } = this;
    const { asking } = this.#wall;
    const input = { ...this.#ref(target), version, reason };
    await asking.settling((options) => community.wall.remove(input, options));
    const gone = this.#change(target, (view) => ({ ...view, text: '', deleted: true, reason }));
    asking.show((state) => withoutUnanswered(gone(state), target.post));
    this.#say(msg('Deleted.'));
  }

  /**
   * Joins the wall's group, or leaves it: shown from what that answered. Who left a closed group may read no
   * more of it, which the host says when it is asked again.
   *
   * @throws KantineError
   */
  async setMembership(isIn: boolean): Promise<void> {
    const { community, group } = this;
    const { asking } = this.#wall;
    const change = isIn ? community.groups.join : community.groups.leave;
    const { name = '' } = asking.answer?.info.group ?? {};
    const view = await asking.settling((options) => change({ group }, options));
    this.#say(isIn ? msg(str`You are in “${name}” now.`) : msg(str`You have left “${name}”.`));
    if (view?.access !== 'open') return asking.ask();
    asking.show((state) => ({ ...state, info: { ...state.info, group: view } }));
  }
}
