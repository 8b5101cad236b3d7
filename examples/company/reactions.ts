import { DAY, HOUR, MINUTE } from './calendar.ts';
import { lastMomentOf } from './people.ts';
import type { Random } from './random.ts';
import type {
  CompanyComment,
  CompanyGroup,
  CompanyPost,
  CompanyReaction,
  ReactionKind,
} from './types.ts';

interface Audience {
  post: CompanyPost;
  comments: CompanyComment[];
  mood: ReactionKind | undefined;
  group: CompanyGroup;
  now: number;
  random: Random;
}

// The thumb is what most people reach for; the rest keeps a row of icons varied.
const everydayKinds: readonly ReactionKind[] = [
  'like',
  'like',
  'like',
  'like',
  'thanks',
  'thanks',
  'smile',
  'insight',
];

/** Members who were around and react within a day or two, more of them on warm posts. */
export function react({ post, comments, mood, group, now, random }: Audience): CompanyReaction[] {
  const reactions: CompanyReaction[] = [];

  const reactTo = (target: CompanyPost | CompanyComment, wanted: number): void => {
    for (const { personId, joinedAt } of random.shuffled(group.members).slice(0, wanted)) {
      const createdAt = reactionTime(target.createdAt, now, random);
      const present = joinedAt < createdAt && createdAt < lastMomentOf(personId, now);
      if (personId === target.authorId || !present) continue;
      const kind = mood !== undefined && random.chance(0.6) ? mood : random.pick(everydayKinds);
      reactions.push({ targetId: target.id, postId: post.id, authorId: personId, kind, createdAt });
    }
  };

  const size = group.members.length;
  const most = mood === undefined ? Math.min(6, size / 3) : Math.min(14, size / 2);
  reactTo(post, random.between(mood === undefined ? 1 : 4, Math.round(most)));
  for (const comment of comments) {
    if (random.chance(0.6)) reactTo(comment, random.between(1, mood === undefined ? 2 : 3));
  }
  return reactions;
}

function reactionTime(after: number, now: number, random: Random): number {
  const soon = random.chance(0.7) ? random.between(1, 150) * MINUTE : random.between(4, 40) * HOUR;
  const latest = Math.min(soon, now - after - MINUTE, 2 * DAY);
  return after + Math.max(1, Math.floor(latest * (0.3 + 0.7 * random.next())));
}
