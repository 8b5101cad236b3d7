/** What credits somebody in some groups: an answer that solved a question, thanks for what they wrote. */
import { groupContainer } from '../kernel/container.ts';
import { newest } from '../kernel/newest-query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { marks } from './marks.ts';

/** The query for the newest marks that name a person. @param limit of all groups together. */
export const marksTo = (
  person: PersonId,
  groups: readonly string[],
  since: Instant,
  limit: number,
) =>
  newest(marks, {
    containers: groups.map(groupContainer),
    of: { index: 'byTo', eq: person },
    since,
    limit,
  });
