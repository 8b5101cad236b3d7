/** Putting an idea forward. */
import type { Host } from '../kernel/ports.ts';
import { writePost } from '../wall/write.ts';
import type { NewIdea } from './domain.ts';
import { ideaKind } from './idea.ts';
import { ofPost } from './view.ts';
import type { IdeaView } from './view.ts';

/** @returns the idea, of which nobody has said anything yet. @throws Forbidden, Invalid `empty`, `too-long` */
export async function putForward(
  host: Host,
  { group, text, key, unsure }: NewIdea,
): Promise<IdeaView> {
  const idea = { group, text, key, kind: ideaKind, unsure } as const;
  const post = await writePost(host, idea);
  return {
    ...ofPost(post),
    unsure,
    fate: { state: 'forward', since: post.created, steps: [] },
    tried: 0,
    triedBy: [],
    triedByMe: false,
    mayDecide: false,
  };
}
