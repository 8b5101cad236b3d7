/** A community that answers at once, so that only the page itself is measured. */
import type { Community, CommentView, PersonSummary, PostView, WallPage } from '@kantine/core';
import { group, pageFrom, people, start } from './content.ts';
import type { Message, Person, Post, WallSize } from './content.ts';

const summary = (person: Person): PersonSummary => ({ ...person, active: true });

const common = { edited: false, deleted: false, reason: '', version: '1', mine: false } as const;

const commentView = (post: string, comment: Message): CommentView => ({
  ...common,
  ...comment,
  author: summary(comment.author),
  post,
  reactions: { counts: {} },
});

const postView = ({ comments, reactions, ...post }: Post): PostView => ({
  ...common,
  ...post,
  author: summary(post.author),
  reactions: { counts: reactions },
  commentCount: comments.length,
  comments: comments.map((comment) => commentView(post.id, comment)),
});

function wallPage(first: number, size: WallSize): WallPage {
  const { posts, next } = pageFrom(first, size);
  return {
    me: people[0].id,
    group: {
      ...group,
      id: '1',
      access: 'open',
      members: people.map(summary),
      joined: true,
      steward: false,
      requested: false,
    },
    audience: { known: true, count: 4, firstNames: ['Ada', 'Sam', 'Lena'], laterJoiners: true },
    canWrite: true,
    posts: posts.map(postView),
    ...(next === undefined ? {} : { cursor: String(next) }),
    readUntil: start,
    dropped: 0,
  };
}

export function benchCommunity(size: WallSize): Community {
  const answers = {
    site: '',
    people: { me: () => Promise.resolve(summary(people[0])) },
    wall: {
      read: ({ cursor }: { cursor?: string }) =>
        Promise.resolve(wallPage(Number(cursor ?? '0'), size)),
      react: () => Promise.resolve(),
      markRead: () => Promise.resolve(),
    },
    subscribe: () => () => undefined,
    observed: () => answers,
    newKey: () => crypto.randomUUID(),
  };
  return answers as unknown as Community;
}
