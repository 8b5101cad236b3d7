/** What is new in the reader's own groups, and which of them stay quiet. */
import type { GroupView, Unread } from '@kantine/core';
import { Asking } from '../kit/asking.ts';
import type { AskingHost, Settling } from '../kit/asking.ts';

/** As many groups as one question may be about. */
const mostJoined = 60;

export interface News {
  readonly unread: readonly Unread[];
  /** Ids of the groups that the reader muted. */
  readonly muted: readonly string[];
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

  /** @param own the groups that the reader is in, or asked for; undefined while they are not known. */
  constructor(host: AskingHost, own: () => readonly GroupView[] | undefined) {
    const joined = (): readonly string[] =>
      (own() ?? [])
        .flatMap((group) => (group.joined && !group.archived ? [group.id] : []))
        .slice(0, mostJoined);
    this.#asking = new Asking<News>(host, {
      // In a group that the reader has just joined nothing is new.
      args: () => [own() === undefined],
      ask: ({ groups, preferences }) =>
        joined().length === 0
          ? undefined
          : Promise.all([groups.unread({ groups: joined() }), preferences.read()]).then(
              ([unread, { muted }]) => ({ unread, muted }),
            ),
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
      unread: now.unread.filter((each) => each.group !== group),
      muted: [...now.muted.filter((id) => id !== group), ...(muted ? [group] : [])],
    }));
    if (!muted) void this.#asking.ask();
  }
}
