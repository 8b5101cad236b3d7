/** The example company with one group and its last week: enough to test with, and written in seconds. */
import { buildCompany } from '@kantine/company';
import type { Company } from '@kantine/company';

export function smallCompany(): Company {
  const company = buildCompany({ seed: 20, now: Date.now() });
  const groups = company.groups.filter(({ id }) => id === 'kantine');
  const posts = company.posts.filter(({ groupId }) => groupId === 'kantine').slice(-12);
  const kept = new Set(posts.map(({ id }) => id));
  return {
    ...company,
    profiles: company.profiles.slice(0, 3),
    groups,
    posts,
    comments: company.comments.filter(({ postId }) => kept.has(postId)),
    reactions: company.reactions.filter(({ postId }) => kept.has(postId)).slice(-40),
    kudos: company.kudos.slice(-6),
  };
}
