/** A community that answers at once, so that only the page itself is measured. */
import type { Community, CommentView, PersonSummary, PostView, WallPage } from '@kantine/core';

const people: readonly PersonSummary[] = [
  'Ada Visser',
  'Sam Okafor',
  'Lena Groß',
  'Noor Haddad',
].map((name, index) => ({ id: String(index), name, active: true, title: 'Colleague' }));

const person = (index: number): PersonSummary => people[index % people.length] as PersonSummary;

/** An ordinary Tuesday, and long ago enough that no moment is told in minutes. */
const start = Date.UTC(2026, 2, 3, 9);

const common = { edited: false, deleted: false, reason: '', version: '1', mine: false } as const;

function commentView(post: number, index: number): CommentView {
  return {
    ...common,
    id: `${post}-${index}`,
    post: String(post),
    author: person(post + index + 1),
    text: 'That works for us too, thank you for asking before it was ordered.',
    created: start - post * 60_000 + index,
    reactions: { counts: { like: index } },
  };
}

function postView(index: number): PostView {
  return {
    ...common,
    id: String(index),
    author: person(index),
    text: `The new trolleys for hall ${index} are here.\nWho wants to try one before Friday?`,
    created: start - index * 60_000,
    reactions: { counts: { thanks: 2, smile: 1 } },
    commentCount: 2,
    comments: [commentView(index, 0), commentView(index, 1)],
  };
}

export interface BenchOptions {
  readonly posts: number;
  readonly pageSize: number;
}

export function benchCommunity({ posts, pageSize }: BenchOptions): Community {
  const group = {
    id: '1',
    name: 'Bench',
    purpose: '',
    access: 'open' as const,
    memberCount: 4,
    members: people,
    joined: true,
    steward: false,
    requested: false,
  };
  const pageFrom = (first: number): WallPage => {
    const length = Math.min(pageSize, posts - first);
    const next = first + length;
    return {
      group,
      audience: { known: true, count: 4, firstNames: ['Ada', 'Sam', 'Lena'], laterJoiners: true },
      canWrite: true,
      posts: Array.from({ length }, (_, index) => postView(first + index)),
      ...(next < posts ? { cursor: String(next) } : {}),
      readUntil: start,
      dropped: 0,
    };
  };
  const answers = {
    people: { me: () => Promise.resolve(person(0)) },
    wall: {
      read: ({ cursor }: { cursor?: string }) => Promise.resolve(pageFrom(Number(cursor ?? '0'))),
      react: () => Promise.resolve(),
      markRead: () => Promise.resolve(),
    },
    subscribe: () => () => undefined,
    newKey: () => crypto.randomUUID(),
  };
  return answers as unknown as Community;
}
