/** Putting an idea forward. */
import type { Host } from '../kernel/ports.ts';
import { writePost } from '../wall/write.ts';
import type { NewIdea } from './domain.ts';
import { ideaKind } from './idea.ts';

/** @returns the post's id. @throws Forbidden, Invalid `empty`, `too-long` */
export async function putForward(
  host: Host,
  { group, text, key, unsure }: NewIdea,
): Promise<{ readonly id: string }> {
  const { id } = await writePost(host, { group, text, key, kind: ideaKind, unsure });
  return { id };
}
