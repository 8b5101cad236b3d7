/** What a reader does about messages of a wall beside writing: reporting, hiding, closing. Each throws a KantineError. */
import type {
  Community,
  LetterReaders,
  MessageRef,
  ReportReason,
  StewardsView,
} from '@kantine/core';
import type { MessageStewarding, MessageTarget } from '../message/surroundings.ts';

/** The wall that it is about. */
interface Wall {
  readonly group: string;
  readonly community: Community;
  refresh(): Promise<void>;
}

export class Stewarding implements MessageStewarding {
  readonly #wall: Wall;
  readonly #group: string;

  constructor(wall: Wall) {
    this.#wall = wall;
    this.#group = wall.group;
  }

  #ref({ kind, id }: MessageTarget): MessageRef {
    return { group: this.#group, kind, id };
  }

  /** Runs a write, and shows the wall as it is then. */
  async #write(write: (stewards: Community['stewards'], key: string) => Promise<void>) {
    const { community } = this.#wall;
    await write(community.stewards, community.newKey());
    await this.#wall.refresh();
  }

  stewards(): Promise<StewardsView> {
    return this.#wall.community.stewards.read({ group: this.#group });
  }

  /** Who reads a report about somebody; undefined where only stewards would, of one of them. */
  readers(person: string): Promise<LetterReaders | undefined> {
    return this.#wall.community.stewards.readers({ group: this.#group, person });
  }

  async report(target: MessageTarget, why: ReportReason, note: string): Promise<void> {
    await this.#wall.community.stewards.report({ ...this.#ref(target), why, note });
  }

  async appeal(target: MessageTarget, note: string): Promise<void> {
    await this.#wall.community.stewards.appeal({ ...this.#ref(target), note });
  }

  appealed(target: MessageTarget): Promise<boolean> {
    return this.#wall.community.stewards.appealed(this.#ref(target));
  }

  hide(target: MessageTarget, reason: string): Promise<void> {
    return this.#write((stewards, key) => stewards.hide({ ...this.#ref(target), reason, key }));
  }

  show(target: MessageTarget, reason: string): Promise<void> {
    return this.#write((stewards, key) => stewards.show({ ...this.#ref(target), reason, key }));
  }

  close({ post }: MessageTarget, reason: string): Promise<void> {
    const group = this.#group;
    return this.#write((stewards, key) => stewards.close({ group, post, reason, key }));
  }

  reopen({ post }: MessageTarget, reason: string): Promise<void> {
    const group = this.#group;
    return this.#write((stewards, key) => stewards.reopen({ group, post, reason, key }));
  }
}
