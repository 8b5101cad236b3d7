/** Thanks for one message, as its reader may see them. */
import { groupContainer } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { findMessage } from '../wall/find-message.ts';
import { targetName } from '../wall/message.ts';
import type { MessageRef } from '../wall/message.ts';
import { aboutThanks, isThere, keepsThanksFor, thankersIn, thanksFor } from './marks.ts';

export interface MessageThanks {
  /** Whom they are for: its author. */
  readonly to: PersonSummary;
  /** Who thanked lately, at most three, the reader not among them. */
  readonly people: readonly PersonSummary[];
  /** Whether there are more of them. */
  readonly isMore: boolean;
  /** How many thanked; its author alone is told. */
  readonly number?: number;
  /** The reader thanked. */
  readonly isMine: boolean;
  /** Its author keeps them to themselves. Told to its author alone. */
  readonly isKept?: true;
  /** Whether the reader may thank: its author is somebody else, who is still here. */
  readonly mayThank: boolean;
  /** Whether what is kept is held back by the host, or on pages alone. */
  readonly holdsBack: boolean;
}

/** So many are named. */
const mostNamed = 3;

/** @throws NotFound where the message is not there, or was deleted. */
export async function readThanksFor(host: Host, ref: MessageRef): Promise<MessageThanks> {
  const { store, identity, directory, supports } = host;
  const container = groupContainer(ref.group);
  const [me, message] = await Promise.all([identity.me(), findMessage(store, ref)]);
  if (!isThere(message)) throw new NotFound(`${ref.kind} ${ref.id}`);
  const { author } = message;
  const thanked = { target: targetName(ref), author };
  const [counts, found, own, kept] = await store.read(aboutThanks(container, thanked, me));
  const isAuthor = author === me;
  const isKept = kept.records.some(keepsThanksFor(thanked));
  const { people, number } = thankersIn(found.records, counts, thanked);
  const others = isKept && !isAuthor ? [] : people.filter((id) => id !== me);
  const named = others.slice(0, mostNamed);
  const person = await peopleFinder(directory, [author, ...named]);
  const to = person(author);
  return {
    to,
    people: named.map(person),
    isMore: others.length > named.length,
    ...(isAuthor ? { number } : {}),
    isMine: own.records.some(thanksFor(thanked)),
    ...(isAuthor && isKept ? { isKept } : {}),
    mayThank: !isAuthor && to.active,
    holdsBack: supports.holdsBack,
  };
}
