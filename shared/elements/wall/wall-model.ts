/** A wall's conversation with the community: loads, writes, shows what is not confirmed as such. */
import { communityContainer, concerns, groupContainer, isKantineError } from '@kantine/core';
import type {
  CommentView,
  Community,
  MessageRef,
  PersonSummary,
  PostView,
  ReactionKind,
} from '@kantine/core';
import { followChanges } from '../internal/follow-changes.ts';
import type { Following } from '../internal/follow-changes.ts';
import {
  addComment,
  addPost,
  changeComment,
  changePost,
  emptyWall,
  newcomers,
  refreshed,
  removeComment,
  removePost,
  sketch,
  withReaction,
} from './wall-state.ts';
import type { WallState } from './wall-state.ts';

/** A message on this wall: a post, or a comment together with its post. */
export interface WallMessage {
  readonly kind: MessageRef['kind'];
  readonly id: string;
  readonly post: string;
}

export class WallModel {
  state: WallState = emptyWall;
  readonly group: string;
  readonly #community: Community;
  readonly #changed: () => void;
  /** Posts whose comments are all loaded, and stay so. */
  readonly #expanded = new Set<string>();
  /** The reader; known once the wall is loaded. */
  me: PersonSummary | undefined;
  #following: Following | undefined;
  /** The latest reaction to each message: the next one waits, or the two could change places. */
  readonly #reacting = new Map<string, Promise<void>>();
  /** Counts own writes under way: a refresh that began before one ended would undo it on screen. */
  #writing = 0;
  #generation = 0;
  #request = 0;

  constructor(community: Community, group: string, changed: () => void) {
    this.#community = community;
    this.group = group;
    this.#changed = changed;
  }

  #set(state: WallState): void {
    this.state = state;
    this.#changed();
  }

  /** Begins to follow the wall. */
  connect(): void {
    const container = groupContainer(this.group);
    this.#following?.end();
    this.#following = followChanges(
      this.#community,
      (change) =>
        concerns(change, container) ||
        concerns(change, communityContainer, 'memberships') ||
        concerns(change, communityContainer, 'groups'),
      () => void this.load(),
    );
    void this.load();
  }

  disconnect(): void {
    this.#following?.end();
    this.#following = undefined;
  }

  /** Loads the first page; with posts on screen it refreshes them in place. */
  async load(): Promise<void> {
    if (this.state.status === 'failed') this.#set(emptyWall);
    const generation = this.#generation;
    const request = (this.#request += 1);
    try {
      this.me ??= await this.#community.people.me();
      const page = await this.#community.wall.read({ group: this.group });
      if (request !== this.#request) return;
      if (generation !== this.#generation || this.#writing > 0) return this.#following?.soon();
      const state = refreshed(this.state, page);
      const arrived = newcomers(this.state, state);
      this.#set(arrived.length > 0 ? { ...state, arrived } : state);
      await Promise.all([...this.#expanded].map((post) => this.#reloadThread(post)));
    } catch (error) {
      if (request === this.#request) this.#loadFailed(error);
    }
  }

  /** With posts on screen a passing fault changes nothing; lost access does. */
  #loadFailed(error: unknown): void {
    const lost = isKantineError(error, 'Forbidden') || isKantineError(error, 'NotFound');
    if (this.state.status === 'ready' && !lost) return;
    this.#set({ ...emptyWall, status: 'failed', error });
  }

  async loadOlder(): Promise<void> {
    const { cursor, loadingOlder } = this.state;
    if (cursor === undefined || loadingOlder) return;
    this.#set({ ...this.state, loadingOlder: true, olderError: undefined });
    try {
      const page = await this.#community.wall.read({ group: this.group, cursor });
      const known = new Set(this.state.pages.flat().map(({ id }) => id));
      const older = page.posts.filter(({ id }) => !known.has(id));
      const pages = [...this.state.pages, older];
      this.#set({ ...this.state, pages, cursor: page.cursor, loadingOlder: false });
    } catch (olderError) {
      this.#set({ ...this.state, loadingOlder: false, olderError });
    }
  }

  /** Loads all comments of a post. @throws KantineError */
  async expand(post: string): Promise<void> {
    await this.#reloadThread(post);
    this.#expanded.add(post);
  }

  async #reloadThread(post: string): Promise<void> {
    const comments = await this.#community.wall.thread({ group: this.group, post });
    this.#set(
      changePost(this.state, post, (before) =>
        JSON.stringify(before.comments) === JSON.stringify(comments)
          ? before
          : { ...before, comments, commentCount: comments.length },
      ),
    );
  }

  /** Runs a write between showing it and settling it; a failure takes it back and is thrown on. */
  async #write<T>(
    show: (state: WallState) => WallState,
    write: () => Promise<T>,
    settle: (state: WallState, answer: T) => WallState,
    undo: (state: WallState) => WallState,
  ): Promise<void> {
    this.#generation += 1;
    this.#writing += 1;
    this.#set(show(this.state));
    try {
      const answer = await write();
      this.#set(settle(this.state, answer));
    } catch (error) {
      this.#set(undo(this.state));
      throw error;
    } finally {
      this.#writing -= 1;
    }
  }

  /** @throws KantineError; the post is then off the wall again. */
  async post(text: string, key: string): Promise<void> {
    const shown: PostView = { ...sketch(this.me, key, text), commentCount: 0, comments: [] };
    await this.#write(
      (state) => addPost(state, shown),
      () => this.#community.wall.post({ group: this.group, text, key }),
      (state, post) => addPost(removePost(state, shown.id), post),
      (state) => removePost(state, shown.id),
    );
  }

  /** @throws KantineError; the comment is then gone again. */
  async comment(
    post: string,
    parent: string | undefined,
    text: string,
    key: string,
  ): Promise<void> {
    const reply = parent === undefined ? {} : { parent };
    const shown: CommentView = { ...sketch(this.me, key, text), post, ...reply };
    await this.#write(
      (state) => changePost(state, post, (view) => addComment(view, shown)),
      () => this.#community.wall.comment({ group: this.group, post, text, key, ...reply }),
      (state, comment) => changePost(state, post, (view) => addComment(view, comment, shown.id)),
      (state) => changePost(state, post, (view) => removeComment(view, shown.id)),
    );
  }

  /** Applies a change to a message, be it a post or a comment. */
  #change(
    { kind, id, post }: WallMessage,
    change: <Message extends PostView | CommentView>(message: Message) => Message,
  ): (state: WallState) => WallState {
    return (state) =>
      changePost(state, post, (view) =>
        kind === 'post' ? change(view) : changeComment(view, id, change),
      );
  }

  #ref({ kind, id }: WallMessage): MessageRef {
    return { group: this.group, kind, id };
  }

  /** @throws KantineError; the reaction is then as it was. */
  async react(
    message: WallMessage,
    before: ReactionKind | undefined,
    kind: ReactionKind | undefined,
  ): Promise<void> {
    await this.#write(
      this.#change(message, (view) => withReaction(view, kind)),
      () => this.#reactInTurn(message, kind),
      (state) => state,
      this.#change(message, (view) => withReaction(view, before)),
    );
  }

  #reactInTurn(message: WallMessage, kind: ReactionKind | undefined): Promise<void> {
    const before = this.#reacting.get(message.id) ?? Promise.resolve();
    const input = { message: this.#ref(message), post: message.post, kind };
    const turn = before.catch(() => undefined).then(() => this.#community.wall.react(input));
    this.#reacting.set(message.id, turn);
    return turn;
  }

  /** Shown when confirmed, so that the editor stays open through a failure. @throws KantineError */
  async edit(message: WallMessage, version: string, text: string): Promise<void> {
    const input = { ...this.#ref(message), version, text };
    const edited = await this.#community.wall.edit(input);
    this.#generation += 1;
    this.#set(this.#change(message, (view) => ({ ...view, ...edited, edited: true }))(this.state));
  }

  /** Shown when confirmed. @throws KantineError */
  async remove(message: WallMessage, version: string, reason: string): Promise<void> {
    await this.#community.wall.remove({ ...this.#ref(message), version, reason });
    this.#generation += 1;
    const gone = this.#change(message, (view) => ({ ...view, text: '', deleted: true, reason }));
    this.#set(gone(this.state));
  }

  /** @throws KantineError */
  async join(): Promise<void> {
    await this.#community.groups.join({ group: this.group });
    await this.load();
  }

  /** @throws KantineError */
  async leave(): Promise<void> {
    await this.#community.groups.leave({ group: this.group });
    await this.load();
  }

  /** Remembers what was seen; that it failed is no reader's concern. */
  async markRead(until: number): Promise<void> {
    await this.#community.wall.markRead({ group: this.group, until }).catch(() => undefined);
  }
}
