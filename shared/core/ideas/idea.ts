/** Which posts are ideas, and the question for them. */
import { groupContainer } from '../kernel/container.ts';
import { rows } from '../kernel/query.ts';
import { isPost } from '../wall/about-posts.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';

export const ideaKind = 'idea';

/** Rows that say something else than their index are left out. */
export const isIdeaRow = (record: PostRecord): boolean =>
  isPost(record) && record.fields.kind === ideaKind;

/** One that its author has deleted breaks no rule, and is none any more. */
export const isIdea = (record: PostRecord): boolean => isIdeaRow(record) && !record.fields.deleted;

/** The query for the newest ideas of a group. */
export const newestIdeas = (group: string, limit: number, cursor?: string) =>
  rows(posts, {
    container: groupContainer(group),
    index: 'byKind',
    eq: ideaKind,
    order: 'descending',
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
