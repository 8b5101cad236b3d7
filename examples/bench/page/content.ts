/** The wall that every design shows: the same people, words and numbers, made from a post's number. */

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

export interface Message {
  readonly id: string;
  readonly author: Person;
  readonly text: string;
  /** In milliseconds since 1970. */
  readonly created: number;
}

export const reactionKinds = ['like', 'celebrate', 'insight', 'thanks'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export interface Post extends Message {
  readonly reactions: Readonly<Record<ReactionKind, number>>;
  readonly comments: readonly Message[];
}

export interface Page {
  readonly posts: readonly Post[];
  /** The number of the post that the next page begins with. */
  readonly next?: number;
}

/** How long a wall is, and how much of it comes at once. */
export interface WallSize {
  readonly posts: number;
  readonly pageSize: number;
}

export const group = { name: 'Bench', purpose: 'What is new in the halls.', memberCount: 4 };

/** The reader is the first of them. */
export const people: readonly [Person, ...Person[]] = [
  { id: '0', name: 'Ada Visser', title: 'Planner' },
  { id: '1', name: 'Sam Okafor', title: 'Electrician' },
  { id: '2', name: 'Lena Groß', title: 'Buyer' },
  { id: '3', name: 'Noor Haddad', title: 'Team lead' },
];

/** An ordinary Tuesday, and long ago enough that no moment is told in minutes. */
export const start = Date.UTC(2026, 2, 3, 9);

/**
 * What posts say, by the number of the hall. Of the nine, four hold a character that Markdown knows (`-`, `&`,
 * `@`, `*`), as 44 % of real posts do; none of them is markup, so that every design shows the same words.
 */
const texts: readonly ((hall: number) => string)[] = [
  (hall) =>
    `The new trolleys for hall ${hall} are here. Who wants to try one before Friday? They roll lightly, and the brake is where your foot expects it.`,
  (hall) =>
    `Hall ${hall} has a follow-up to last week: the stand-up moves to nine, so that the early shift can join.`,
  (hall) => `Does anybody know who has the key of the boiler room in hall ${hall} today?`,
  (hall) =>
    `Thanks to everybody who helped to clear hall ${hall} on Saturday. It looks like new, and the visitors noticed.`,
  (hall) =>
    `Health & safety visits hall ${hall} on Thursday. Please leave the doors free, and tell them what you would change.`,
  (hall) => `The coffee machine in hall ${hall} is back. The first cup is on the house.`,
  (hall) =>
    `Questions about the roster of hall ${hall} now go to roster@kantine.example and nowhere else.`,
  (hall) =>
    `We tried the quieter fan in hall ${hall} for a month. You can talk beside it, and the air is no worse.`,
  (hall) => `The size of a pallet in hall ${hall} is 120*80 from Monday, also for returns.`,
];

const commentTexts: readonly ((hall: number) => string)[] = [
  () => 'That works for us too, thank you for asking before it was ordered.',
  (hall) => `We had the same in hall ${hall + 1} last year. I can show you what we did about it.`,
  () => 'Good to know. I will tell the late shift tonight.',
];

const minute = 60_000;
const cyclic = <Item>(items: readonly Item[], index: number): Item =>
  items[index % items.length] as Item;

function postAt(number: number): Post {
  const hall = number + 1;
  const created = start - number * 10 * minute;
  return {
    id: String(number),
    author: cyclic(people, number),
    text: cyclic(texts, number)(hall),
    created,
    reactions: {
      like: 9 + (number % 5),
      celebrate: 5 + (number % 3),
      insight: 3,
      thanks: 2 + (number % 4),
    },
    comments: commentTexts.map((text, index) => ({
      id: `${number}-${index}`,
      author: cyclic(people, number + index + 1),
      text: text(hall),
      created: created + (index + 1) * minute,
    })),
  };
}

/** @param first the number of its first post; the newest is 0. */
export function pageFrom(first: number, { posts, pageSize }: WallSize): Page {
  const next = Math.min(first + pageSize, posts);
  return {
    posts: Array.from({ length: next - first }, (_, index) => postAt(first + index)),
    ...(next < posts ? { next } : {}),
  };
}
