/** A wall's conversation with the community: what it reads. */
import type {
  Community,
  MessageRef,
  PersonSummary,
  Reactor,
  Revision,
  WallPage,
} from '@kantine/core';
import { Asking } from '../kit/asking.ts';
import { draftName } from '../kit/drafts.ts';
import type { WidgetElement } from '../kit/kantine-element.ts';
import type { Used } from '../parts/composer/composer.ts';
import type { Send } from '../parts/composer/sending.ts';
import type {
  MessageActions,
  MessageStewarding,
  MessageTarget,
} from '../parts/message/surroundings.ts';
import type * as Stewards from '../parts/stewards/stewarding.ts';
import type { Fresh, WallAsking } from './wall-asking.ts';
import type * as Merge from './wall-merge.ts';
import { firstView } from './wall-state.ts';
import type { WallState } from './wall-state.ts';
import type * as Writing from './wall-writing.ts';

const loadStewarding = (): Promise<typeof Stewards> => import('../parts/stewards/stewarding.ts');
/** What changes a wall that is shown; a first view needs none of it. */
const loadMerge = (): Promise<typeof Merge> => import('./wall-merge.ts');
const loadWriting = (): Promise<typeof Writing> =>
  import(/* webpackChunkName: 'wall-writing' */ './wall-writing.ts');

export interface WallQuestion {
  readonly group: string;
  /** How many posts the first page has. */
  readonly limit: number;
  /** The one post that is shown instead. */
  readonly post?: string;
}

const readWall = (
  community: Community,
  { group, limit }: WallQuestion,
  cursor?: string,
): Promise<WallPage> =>
  community.wall.read(cursor === undefined ? { group, limit } : { group, cursor });

export class WallModel implements MessageActions {
  readonly asking: WallAsking;
  /** The element that shows it. */
  readonly host: WidgetElement;
  readonly #question: () => WallQuestion | undefined;
  readonly #readPage: typeof readWall;
  /** Posts whose earlier comments were asked for, and where those begin that were not. */
  readonly #expanded = new Map<string, string | undefined>();
  #writing: Writing.WallWriting | undefined;
  /** The reader; asked for when they begin to write. */
  me: PersonSummary | undefined;

  /**
   * @param question which wall is shown; undefined for none.
   * @param read what answers it; the wall's newest posts unless told otherwise.
   */
  constructor(host: WidgetElement, question: () => WallQuestion | undefined, read = readWall) {
    this.host = host;
    this.#readPage = read;
    this.#question = question;
    this.asking = new Asking<WallState, Fresh>(host, {
      args: () => {
        const { group, limit, post } = question() ?? {};
        return [group, limit, post];
      },
      ask: (community) => this.#ask(community),
      merge: (fresh, before) =>
        before && fresh.merge ? fresh.merge(before, fresh) : firstView(fresh.page),
    });
    // A reaction answers at once: by the time somebody presses, what writes it has come.
    const once = { once: true };
    host.addEventListener('pointerover', this.approached, once);
    host.addEventListener('focusin', this.approached, once);
  }

  /** Somebody comes near. */
  readonly approached = (): void => {
    // So does what the keyboard does here, and what opens.
    if (this.host.community)
      this.writing().then(
        ({ keep }) => keep(this.host),
        () => undefined,
      );
  };

  get state(): WallState | undefined {
    return this.asking.answer;
  }

  get group(): string {
    return this.#question()?.group ?? '';
  }

  get community(): Community {
    if (!this.host.community) throw new TypeError('Nobody writes on a wall without a community.');
    return this.host.community;
  }

  #ask(community: Community): Promise<Fresh> | undefined {
    const question = this.#question();
    if (!question) return undefined;
    // Another wall has other posts.
    if (!this.asking.isCurrent) this.#expanded.clear();
    return this.#read(community, question);
  }

  async #read(community: Community, question: WallQuestion): Promise<Fresh> {
    const { group } = question;
    const newest = async (post: string) =>
      [post, await community.wall.comments({ group, post })] as const;
    const [page, ...comments] = await Promise.all([
      this.#readPage(community, question),
      ...[...this.#expanded.keys()].map(newest),
    ]);
    // Looked at now: whatever is shown while this was asked is shown by another answer, or by a write.
    if (!this.state) return { page, comments };
    const { merged } = await loadMerge();
    return { page, comments, merge: merged };
  }

  /** @throws KantineError */
  async loadOlder(): Promise<void> {
    const { state } = this;
    const question = this.#question();
    if (state?.cursor === undefined || !question) return;
    const [page, { olderPage }] = await Promise.all([
      this.#readPage(this.community, question, state.cursor),
      loadMerge(),
    ]);
    this.asking.show((now) => olderPage(now, page));
  }

  async expand(post: string): Promise<void> {
    const cursor = this.#expanded.get(post);
    const further = cursor === undefined ? {} : { cursor };
    const [page, { withComments }] = await Promise.all([
      this.community.wall.comments({ group: this.group, post, ...further }),
      loadMerge(),
    ]);
    this.#expanded.set(post, page.cursor);
    this.asking.show((state) => withComments(state, post, page, cursor === undefined));
  }

  refresh(): Promise<void> {
    return this.asking.ask();
  }

  /** Somebody is about to write, or to send: who reads it by now. */
  readonly prepare = ({ detail }: CustomEvent<Used>): void =>
    detail.answer(this.writing().then((writing) => writing.prepare()));

  /** What writes is fetched when somebody comes near to it, since most readers only read. */
  readonly writing = async (): Promise<Writing.WallWriting> => {
    // What was meant for one wall is written there, whatever is shown by then.
    const { group, community } = this;
    const { WallWriting } = await loadWriting();
    if (this.#writing?.group !== group || this.#writing.community !== community)
      this.#writing = new WallWriting(this, group, community);
    return this.#writing;
  };

  /** @throws KantineError; the post is then off the wall again. */
  readonly post: Send = async (text, key, { kind, topic, mentions }) => {
    const writing = await this.writing();
    await writing.post(text, key, kind, mentions, topic);
  };

  readonly stewarding = async (): Promise<MessageStewarding> => {
    const { Stewarding } = await loadStewarding();
    return new Stewarding(this);
  };

  #ref({ kind, id }: MessageTarget): MessageRef {
    return { group: this.group, kind, id };
  }

  history(target: MessageTarget): Promise<readonly Revision[]> {
    return this.community.wall.history(this.#ref(target));
  }

  reactors(target: MessageTarget): Promise<readonly Reactor[]> {
    return this.community.wall.reactors(this.#ref(target));
  }

  /** Remembers what was seen; that it failed is no reader's concern. */
  async markRead(until: number): Promise<void> {
    const mark = { group: this.group, until };
    await this.community.wall.markRead(mark).catch(() => undefined);
  }

  draftName(...parts: readonly string[]): string {
    return draftName(this.community.site, this.state?.info.me, this.group, ...parts);
  }
}
