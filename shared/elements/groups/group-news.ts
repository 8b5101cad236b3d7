/** What is new in the reader's own groups, which of them stay quiet, and whether the reader is told what is reported. */
import type { Community, GroupView, Unread } from '@kantine/core';
import { Asking } from '../kit/asking.ts';
import type { AskingHost, Settling } from '../kit/asking.ts';

/** As many groups as one question may be about. */
const mostJoined = 60;

export interface News {
  readonly unread: readonly Unread[];
  /** Ids of the groups that the reader muted. */
  readonly muted: readonly string[];
  /** Whether the reader is an owner who reads letters about closed groups, in them or not. */
  readonly readsLetters: boolean;
}

/** @param outside one closed group that the reader is not in: owners read the letters about all of them. */
async function ask(
  { groups, preferences, stewards }: Community,
  joined: readonly string[],
  outside: GroupView | undefined,
): Promise<News> {
  const [unread, muted, readsLetters] = await Promise.all([
    joined.length === 0 ? [] : groups.unread({ groups: joined }),
    joined.length === 0 ? [] : preferences.read().then((chosen) => chosen.muted),
    outside ? stewards.readsLetters({ group: outside.id }) : false,
  ]);
  return { unread, muted, readsLetters };
}

/** A group was muted, or is counted again. */
export interface GroupMuting {
  /** What a screen reader says of it. */
  readonly said: string;
  readonly group: string;
  readonly muted: boolean;
}

/** Asked once the groups are there; their list does not wait for it. */
export class GroupNews {
  readonly #asking: Asking<News>;

  /** @param listed the groups of the list; undefined while they are not known. */
  constructor(host: AskingHost, listed: () => readonly GroupView[] | undefined) {
    const joined = (): readonly string[] =>
      (listed() ?? [])
        .flatMap((group) => (group.joined && !group.archived ? [group.id] : []))
        .slice(0, mostJoined);
    const outside = (): GroupView | undefined => listed()?.find(({ letters }) => letters);
    this.#asking = new Asking<News>(host, {
      // In a group that the reader has just joined nothing is new.
      args: () => [listed() === undefined],
      ask: (community) =>
        joined().length === 0 && !outside() ? undefined : ask(community, joined(), outside()),
      keepsAnswer: true,
    });
  }

  get answer(): News | undefined {
    return this.#asking.answer;
  }

  readonly muting: Settling = (write) => this.#asking.settling(write);

  /** A muted group has no news; what is new in one that is counted again is asked for. */
  muted({ group, muted }: GroupMuting): void {
    this.#asking.show((now) => ({
      ...now,
      unread: now.unread.filter((each) => each.group !== group),
      muted: [...now.muted.filter((id) => id !== group), ...(muted ? [group] : [])],
    }));
    if (!muted) void this.#asking.ask();
  }
}
