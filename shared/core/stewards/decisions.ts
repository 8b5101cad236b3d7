/** What stewards decided about messages: what is hidden, and which conversations are closed, by the acts that count. */
import type { Instant, PersonId, Stamp } from '../kernel/record.ts';
import type { FindPerson, PersonSummary } from '../people/person.ts';
import type { Sorting, TopicView } from '../topics/topics.ts';
import { isAct } from './acts.ts';
import type { ActFamily, ActRecord } from './acts.ts';
import { archivingIn } from './archiving.ts';
import { deskLast, momentOf } from './log.ts';

/** Who decided it, when and why. */
export interface Decision {
  readonly by: PersonSummary;
  readonly at: Instant;
  readonly reason: string;
}

/** That a message is hidden. */
export interface Hidden extends Decision {
  /** That it stays hidden although its author asked to look again. */
  readonly settled?: Decision;
}

/** What a message came too late for: the conversation was closed, or the group archived. */
export type Late = 'closed' | 'archived';

/** What a decision changes in how a message is shown. */
interface Decided {
  readonly text?: string;
  readonly mentions?: readonly PersonSummary[];
  readonly hidden?: Hidden;
  /** Of a post: its conversation takes no new comments. */
  readonly closed?: Decision;
  /** Of a post. */
  readonly topic?: TopicView;
  /** Of what the reader wrote: it arrived too late, and nobody else sees it. */
  readonly late?: Late;
}

/** A message or an article that may have been decided about. */
interface Message extends Stamp {
  readonly fields: {
    readonly text?: string;
    readonly title?: string;
    readonly post?: string;
    readonly topic?: string;
  };
}

type Kind = 'post' | 'comment' | 'article';

export interface Decisions {
  /** Who decided, for their names. */
  readonly people: readonly PersonId[];
  /** What a wall says of the group besides. */
  readonly ofWall: { readonly topics?: readonly TopicView[] };
  /** What is to be shown of a message. */
  decide(kind: Kind, message: Message, person: FindPerson): Decided;
  isHidden(kind: Kind, message: Message): boolean;
  /** Whether the conversation of a post takes no new comments. */
  isClosed(post: Message): boolean;
  /** Whether the reader may answer an appeal about a message: who hid it does where there is no other steward. */
  maySettle(kind: Kind, message: Message): boolean;
  /** Whether the reader may read a message's words. */
  isShown(kind: Kind, message: Message): boolean;
  /** Whether the reader sees a message at all. */
  keeps(message: Message): boolean;
  /** What a message came too late for, if it did. */
  lateFor(message: Message): Late | undefined;
  readonly isArchived: boolean;
  /** That the group is archived; undefined where it is in use. */
  archived(person: FindPerson): Decision | undefined;
}

export interface Deciding {
  readonly records: readonly ActRecord[];
  readonly isStewardAct: (record: Stamp) => boolean;
  readonly me: PersonId;
  /** Whether the reader acts as stewards do, who read what is hidden. */
  readonly mayAct: boolean;
  /** The authors of the posts. */
  readonly authors: ReadonlyMap<string, PersonId>;
  /** Whether there was another steward than somebody at a moment, as far as that is known. */
  readonly hadOther: (person: PersonId, at: Instant) => boolean;
  /** What the posts are about, where that was asked. */
  readonly sorting?: Sorting | undefined;
}

const last = (records: readonly ActRecord[]): ActRecord | undefined => records.at(-1);

export function decisionsIn({
  records,
  isStewardAct,
  me,
  mayAct,
  authors,
  hadOther,
  sorting,
}: Deciding): Decisions {
  const sorted = records.filter(isAct).sort(deskLast);
  const byStewards = sorted.filter(isStewardAct);
  const archiving = archivingIn(byStewards);

  const about = (
    all: readonly ActRecord[],
    target: string,
    ...families: readonly ActFamily[]
  ): readonly ActRecord[] =>
    all.filter(
      ({ fields }) =>
        fields.target === target && (families as readonly string[]).includes(fields.family),
    );

  /** The act that hides a message, if one does. Nobody hides or shows what they wrote themselves. */
  function hiding(kind: Kind, { id, author }: Message): ActRecord | undefined {
    const acts = about(byStewards, `${kind}:${id}`, 'hide', 'show');
    const latest = last(acts.filter((act) => act.author !== author));
    return latest?.fields.family === 'hide' ? latest : undefined;
  }

  /** A hider's own word on an appeal counts where there was no other steward. */
  const settling = (target: string, hidden: ActRecord): ActRecord | undefined =>
    last(
      about(byStewards, target, 'settle').filter(
        (act) =>
          deskLast(act, hidden) > 0 &&
          (act.author !== hidden.author || !hadOther(act.author, momentOf(act))),
      ),
    );

  /** The acts by which a conversation was closed and opened again, of stewards and of the post's author. */
  const closings = (post: string, author: PersonId | undefined): readonly ActRecord[] =>
    about(sorted, `post:${post}`, 'close', 'reopen').filter(
      (act) => act.author === author || isStewardAct(act),
    );

  /** Whether a message was written while the group was archived, or a comment while its conversation was closed. */
  function lateFor({ fields: { post }, created }: Message): Late | undefined {
    if (archiving.isDuring(created)) return 'archived';
    if (post === undefined) return undefined;
    const until = closings(post, authors.get(post)).filter((act) => momentOf(act) < created);
    return last(until)?.fields.family === 'close' ? 'closed' : undefined;
  }

  const mayRead = (message: Message): boolean => mayAct || message.author === me;

  const decisionOf = (act: ActRecord, person: FindPerson): Decision => ({
    by: person(act.author),
    at: momentOf(act),
    reason: act.fields.reason,
  });

  const keeps = (message: Message): boolean => message.author === me || !lateFor(message);

  function closedBy({ id, author }: Message): ActRecord | undefined {
    const latest = last(closings(id, author));
    return latest?.fields.family === 'close' ? latest : undefined;
  }

  return {
    people: [...new Set(sorted.map(({ author }) => author))],
    ofWall: sorting && sorting.topics.length > 0 ? { topics: sorting.topics } : {},
    decide(kind, message, person) {
      const topic = kind === 'post' ? sorting?.topicOf(message) : undefined;
      const hidden = hiding(kind, message);
      const settled = hidden && settling(hidden.fields.target, hidden);
      const closed = kind === 'post' ? closedBy(message) : undefined;
      const late = lateFor(message);
      return {
        ...(hidden
          ? {
              hidden: {
                ...decisionOf(hidden, person),
                ...(settled ? { settled: decisionOf(settled, person) } : {}),
              },
              ...(mayRead(message) ? {} : { text: '', mentions: [] }),
            }
          : {}),
        ...(topic ? { topic } : {}),
        ...(closed ? { closed: decisionOf(closed, person) } : {}),
        ...(late ? { late } : {}),
      };
    },
    isHidden: (kind, message) => hiding(kind, message) !== undefined,
    isClosed: (post) => closedBy(post) !== undefined,
    maySettle: (kind, message) =>
      mayAct && (hiding(kind, message)?.author !== me || !hadOther(me, Infinity)),
    isShown: (kind, message) => keeps(message) && (mayRead(message) || !hiding(kind, message)),
    keeps,
    lateFor,
    isArchived: archiving.now !== undefined,
    archived: (person) => archiving.now && decisionOf(archiving.now, person),
  };
}
