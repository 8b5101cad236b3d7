/** Three questions of this month in a group, of which a colleague answered two. */
import type { Company } from '@kantine/company';
import { monthOf, monthStart } from '@kantine/core';

const minute = 60_000;
const askers = ['kevin.pinas', 'tineke.smit', 'romy.jansen'] as const;
const helper = 'bram.schouten';

/** @param number from 1 on. */
export const question = (number: number): string => `Wie weet het antwoord op vraag ${number}?`;

export function threeQuestions(groupId: string): Pick<Company, 'posts' | 'comments'> {
  const begin = Math.max(Date.now() - 30 * minute, monthStart(monthOf(Date.now())));
  const posts = askers.map((authorId, at) => ({
    id: `p-asked-${at}`,
    groupId,
    authorId,
    text: question(at + 1),
    kind: 'question' as const,
    createdAt: begin + at * 1_000,
  }));
  const comments = posts.slice(0, 2).map(({ id, createdAt }, at) => ({
    id: `c-asked-${at}`,
    postId: id,
    authorId: helper,
    text: 'Dat staat op het bord bij lijn 2.',
    createdAt: createdAt + 10_000,
  }));
  return { posts, comments };
}
