/** How the company's ideas were put forward, encouraged and answered. */
import type { Community } from '@kantine/core';
import { ideaText } from '@kantine/core';
import { DAY, MINUTE, timeOf } from './calendar.ts';
import { idIn } from './deed.ts';
import type { Deed, Ids } from './deed.ts';
import { ideaGroup, ideaPlans, ideaSteward } from './idea-plans.ts';
import type { IdeaPlan } from './idea-plans.ts';
import type { Company, CompanyIdea } from './types.ts';

const labels = {
  what: 'Wat als',
  whom: 'Wie zou ermee geholpen zijn?',
  first: 'Wat zouden we eerst proberen?',
};

function toIdea(plan: IdeaPlan, index: number, now: number): CompanyIdea {
  const { at, by, what, whom = '', first = '', unsure = false, tried, asked, fates } = plan;
  return {
    id: `i-${String(index + 1).padStart(2, '0')}`,
    groupId: ideaGroup,
    authorId: by,
    text: ideaText({ what, whom, first }, labels),
    unsure,
    createdAt: timeOf(at, now),
    tried: [...tried],
    comments: asked.map((each) => ({
      authorId: each.by,
      text: each.text,
      createdAt: timeOf(each.at, now),
    })),
    fates: fates.map(({ at: moment, days, ...fate }) => ({
      ...fate,
      by: fate.state === 'withdrawn' ? by : ideaSteward,
      createdAt: timeOf(moment, now),
      ...(days === undefined ? {} : { until: now + days * DAY }),
    })),
  };
}

export const ideasAt = (now: number): CompanyIdea[] =>
  ideaPlans.map((plan, index) => toIdea(plan, index, now));

function deedsOf(
  idea: CompanyIdea,
  ids: Ids,
  personId: (id: string) => string,
  posts: Map<string, string>,
): Deed[] {
  const { id, groupId, authorId, text, unsure, createdAt, tried, comments, fates } = idea;
  const at = () => ({ group: idIn(ids, groupId), post: idIn(posts, id) });
  const put: Deed = {
    at: createdAt,
    by: authorId,
    run: async ({ ideas }) => {
      const input = { group: idIn(ids, groupId), text, unsure, key: `idea-${id}` };
      posts.set(id, (await ideas.putForward(input)).id);
    },
  };
  const encourage = tried.map((by, nth): Deed => ({
    at: createdAt + (nth + 1) * 37 * MINUTE,
    by,
    run: ({ ideas }) => ideas.setTried({ ...at(), tried: true }),
  }));
  const ask = comments.map((comment, nth): Deed => ({
    at: comment.createdAt,
    by: comment.authorId,
    run: ({ wall }) => wall.comment({ ...at(), text: comment.text, key: `asked-${id}-${nth}` }),
  }));
  const answer = fates.map((fate, nth): Deed => ({
    at: fate.createdAt,
    by: fate.by,
    run: ({ ideas }: Community) => {
      const { state, reason, who, until } = fate;
      const input = { ...at(), reason, key: `fate-${id}-${nth}` };
      if (state === 'withdrawn') return ideas.withdraw(input);
      return ideas.decide({
        ...input,
        state,
        ...(who === undefined ? {} : { who: personId(who) }),
        ...(until === undefined ? {} : { until }),
      });
    },
  }));
  return [put, ...encourage, ...ask, ...answer];
}

/** A company of which a test took groups away has no ideas in these. */
export function ideaDeeds(
  { ideas, groups }: Company,
  ids: Ids,
  personId: (id: string) => string,
): Deed[] {
  const posts = new Map<string, string>();
  return ideas
    .filter(({ groupId }) => groups.some(({ id }) => id === groupId))
    .flatMap((idea) => deedsOf(idea, ids, personId, posts));
}
