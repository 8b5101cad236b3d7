/**
 * A wall's calls of the community: reads, writes, shows what is not confirmed as such.
 * They are in one file, since each changes the one state.
 */
import type {
  CommentPage,
  CommentView,
  Community,
  MessageRef,
  PersonSummary,
  PostView,
  ReactionKind,
  Reactor,
  Revision,
  WallPage,
} from '@kantine/core';
import { Asking } from '../kit/asking.ts';
import type { AskingHost } from '../kit/asking.ts';
import { draftName } from '../kit/drafts.ts';
import type { MessageActions, MessageTarget } from '../parts/message/surroundings.ts';
import {
  addComment,
  addPost,
  changeComment,
  changePost,
  emptyWall,
  newcomers,
  olderPage,
  refreshed,
  removeComment,
  removePost,
  withoutUnanswered,
  sketch,
  withReaction,
  withComments,
} from './wall-state.ts';
import type { WallState } from './wall-state.ts';

/** A page, and the newest comments of posts whose earlier comments were asked for. */
interface Fresh {
  readonly page: WallPage;
  readonly comments: readonly (readonly [post: string, CommentPage])[];
}

export interface WallQuestion {
  readonly group: string;
  /** How many posts the first page has. */
  readonly limit: number;
}

export class WallModel implements MessageActions {
  readonly asking: Asking<WallState, Fresh>;
  readonly #host: AskingHost;
  readonly #question: () => WallQuestion | undefined;
  /** Posts whose earlier comments were asked for, and where those begin that were not. */
  readonly #expanded = new Map<string, string | undefined>();
  /** The latest reaction to each message: the next one waits, or the two could change places. */
  readonly #reacting = new Map<string, Promise<void>>();
  /** The reader; asked for when they begin to write. */
  #me: PersonSummary | undefined;

  /** @param question which wall is shown; undefined for none. */
  constructor(host: AskingHost, question: () => WallQuestion | undefined) {
    this.#host = host;
    this.#question = question;
    this.asking = new Asking<WallState, Fresh>(host, {
      args: () => [question()?.group, question()?.limit],
      ask: (community) => this.#ask(community),
      merge: (fresh, before) => merged(before, fresh),
    });
  }

  get state(): WallState | undefined {
    return this.asking.answer;
  }

  get #group(): string {
    return this.#question()?.group ?? '';
  }

  get #community(): Community {
    if (!this.#host.community) throw new TypeError('Nobody writes on a wall without a community.');
    return this.#host.community;
  }

  #ask(community: Community): Promise<Fresh> | undefined {
    const question = this.#question();
    if (!question) return undefined;
    // Another wall has other posts.
    if (!this.asking.isCurrent) this.#expanded.clear();
    return this.#read(community, question);
  }

  async #read(community: Community, { group, limit }: WallQuestion): Promise<Fresh> {
    const newest = async (post: string) =>
      [post, await community.wall.comments({ group, post })] as const;
    const [page, ...comments] = await Promise.all([
      community.wall.read({ group, limit }),
      ...[...this.#expanded.keys()].map(newest),
    ]);
    return { page, comments };
  }

  /** @throws KantineError */
  async loadOlder(): Promise<void> {
    const { state } = this;
    if (state?.cursor === undefined) return;
    const page = await this.#community.wall.read({ group: this.#group, cursor: state.cursor });
    this.asking.show((now) => olderPage(now, page));
  }

  async expand(post: string): Promise<void> {
    const cursor = this.#expanded.get(post);
    const further = cursor === undefined ? {} : { cursor };
    const page = await this.#community.wall.comments({ group: this.#group, post, ...further });
    this.#expanded.set(post, page.cursor);
    this.asking.show((state) => withComments(state, post, page, cursor === undefined));
  }

  refresh(): Promise<void> {
    return this.asking.ask();
  }

  /** Somebody is about to write: their face stands beside what is on its way. */
  readonly prepare = (): void => {
    if (this.#me) return;
    this.#community.people.me().then(
      (me) => (this.#me = me),
      () => undefined,
    );
  };

  /** Runs a write between showing it and settling it; a failure takes it back and is thrown on. */
  async #write<T>(
    show: (state: WallState) => WallState,
    write: (options: { readonly origin: string }) => Promise<T>,
    settle: (state: WallState, answer: T) => WallState,
    undo: (state: WallState) => WallState,
  ): Promise<void> {
    this.asking.show(show);
    try {
      const answer = await this.asking.settling(write);
      this.asking.show((state) => settle(state, answer));
    } catch (error) {
      this.asking.show(undo);
      throw error;
    }
  }

  /** @throws KantineError; the post is then off the wall again. */
  readonly post = async (text: string, key: string): Promise<void> => {
    const group = this.#group;
    const shown: PostView = { ...sketch(this.#me, key, text), commentCount: 0, comments: [] };
    await this.#write(
      (state) => addPost(state, shown),
      (options) => this.#community.wall.post({ group, text, key }, options),
      (state, post) => addPost(removePost(state, shown.id), post),
      (state) => removePost(state, shown.id),
    );
  };

  /** @throws KantineError; the comment is then gone again. */
  async comment(
    post: string,
    parent: string | undefined,
    text: string,
    key: string,
  ): Promise<void> {
    const group = this.#group;
    const reply = parent === undefined ? {} : { parent };
    const shown: CommentView = { ...sketch(this.#me, key, text), post, ...reply };
    await this.#write(
      (state) => changePost(state, post, (view) => addComment(view, shown)),
      (options) => this.#community.wall.comment({ group, post, text, key, ...reply }, options),
      (state, comment) => changePost(state, post, (view) => addComment(view, comment, shown.id)),
      (state) => changePost(state, post, (view) => removeComment(view, shown.id)),
    );
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
    return { group: this.#group, kind, id };
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
    options: { readonly origin: string },
  ): Promise<void> {
    const before = this.#reacting.get(target.id) ?? Promise.resolve();
    const input = { message: this.#ref(target), post: target.post, kind };
    const turn = before
      .catch(() => undefined)
      .then(() => this.#community.wall.react(input, options));
    this.#reacting.set(target.id, turn);
    return turn;
  }

  /** Shown when confirmed, so that the editor stays open through a failure. @throws KantineError */
  async edit(target: MessageTarget, version: string, text: string): Promise<void> {
    const input = { ...this.#ref(target), version, text };
    const edited = await this.asking.settling((options) =>
      this.#community.wall.edit(input, options),
    );
    this.asking.show(this.#change(target, (view) => ({ ...view, ...edited, edited: true })));
  }

  /** Shown when confirmed. @throws KantineError */
  async remove(target: MessageTarget, version: string, reason: string): Promise<void> {
    const input = { ...this.#ref(target), version, reason };
    await this.asking.settling((options) => this.#community.wall.remove(input, options));
    const gone = this.#change(target, (view) => ({ ...view, text: '', deleted: true, reason }));
    this.asking.show((state) => withoutUnanswered(gone(state), target.post));
  }

  history(target: MessageTarget): Promise<readonly Revision[]> {
    return this.#community.wall.history(this.#ref(target));
  }

  reactors(target: MessageTarget): Promise<readonly Reactor[]> {
    return this.#community.wall.reactors(this.#ref(target));
  }

  /** @throws KantineError */
  async join(): Promise<void> {
    const { groups } = this.#community;
    await this.asking.settling((options) => groups.join({ group: this.#group }, options));
    await this.refresh();
  }

  /** @throws KantineError */
  async leave(): Promise<void> {
    const { groups } = this.#community;
    await this.asking.settling((options) => groups.leave({ group: this.#group }, options));
    await this.refresh();
  }

  /** Remembers what was seen; that it failed is no reader's concern. */
  async markRead(until: number): Promise<void> {
    const mark = { group: this.#group, until };
    await this.#community.wall.markRead(mark).catch(() => undefined);
  }

  draftName(...parts: readonly string[]): string {
    return draftName(this.#community.site, this.state?.info.me, this.#group, ...parts);
  }
}

function merged(before: WallState | undefined, { page, comments }: Fresh): WallState {
  let state = refreshed(before ?? emptyWall(page), page);
  for (const [post, newest] of comments) state = withComments(state, post, newest, true);
  return { ...state, arrived: newcomers(before, state) };
}
