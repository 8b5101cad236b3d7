/** The topics of a group, folded from acts of its stewards, and which one a post has. */
import type { PersonId, Stamp } from '../kernel/record.ts';
import { cleanText, isVisible } from '../kernel/visible-text.ts';
import { limits } from '../settings/settings.ts';
import { isAct } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { inOrder } from '../stewards/log.ts';
import { isMark } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { targetName } from '../wall/message.ts';

export interface TopicView {
  readonly id: string;
  /** At most 24 characters, in one line. Stewards choose it: it may read like a word of the interface. */
  readonly name: string;
}

/** The families of the acts that topics follow from. */
export const topicFamilies = ['topic', 'untopic'] as const;

export const isAboutTopics = ({ fields }: ActRecord): boolean =>
  (topicFamilies as readonly string[]).includes(fields.family);

/** What topics are told apart by. */
const folded = (name: string): string => name.toLowerCase();

export const isTaken = (topics: readonly TopicView[], name: string, except?: string): boolean =>
  topics.some((each) => each.id !== except && folded(each.name) === folded(name));

/** A name as people type it, in one line. */
export const nameOf = (typed: string): string => cleanText(typed).replace(/\s+/gu, ' ');

const isName = (name: string): boolean =>
  isVisible(name) && name.length <= limits.topic && name === nameOf(name);

/**
 * The topics in the order in which they were added. Of more than twelve the first twelve are, and of two with one
 * name the first: what is said later of the others changes nothing.
 * @param acts of stewards, of one place: their ids tell the topics apart.
 */
export function topicsIn(acts: readonly ActRecord[]): readonly TopicView[] {
  let topics: readonly TopicView[] = [];
  for (const act of acts.filter((each) => isAct(each) && isAboutTopics(each)).sort(inOrder)) {
    const { family, target, reason: name } = act.fields;
    if (family === 'untopic') topics = topics.filter(({ id }) => id !== target);
    else if (!isName(name) || isTaken(topics, name, target)) continue;
    else if (target !== '')
      topics = topics.map((each) => (each.id === target ? { ...each, name } : each));
    else if (topics.length < limits.topics) topics = [...topics, { id: act.id, name }];
  }
  return topics;
}

/** Drops a mark that says nothing of what a post is about. Whether its author may is another question. */
export const isMove = (record: MarkRecord): boolean =>
  isMark(record) &&
  record.fields.family === 'topic' &&
  record.fields.target === targetName({ kind: 'post', id: record.fields.post });

/** A post that may have a topic. */
interface Sorted {
  readonly id: string;
  readonly author: PersonId;
  readonly fields: { readonly topic?: string };
}

/** What the topics of a group are, and of its posts. */
export interface Sorting {
  readonly topics: readonly TopicView[];
  /** What its author said, or whoever moved it last: its author or a steward. A topic that is none is left out. */
  topicOf(post: Sorted): TopicView | undefined;
}

export function sortingOf(
  topics: readonly TopicView[],
  moves: readonly MarkRecord[],
  isStewardAct: (record: Stamp) => boolean,
): Sorting {
  const sorted = moves.filter(isMove).sort(inOrder);
  return {
    topics,
    topicOf: ({ id, author, fields }) => {
      const move = sorted.findLast(
        (each) => each.fields.post === id && (each.author === author || isStewardAct(each)),
      );
      const topic = move ? move.fields.value : fields.topic;
      return topics.find((each) => each.id === topic);
    },
  };
}
