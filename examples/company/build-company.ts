import { articlesWritten } from './articles.ts';
import { timeOf } from './calendar.ts';
import { goalsAt } from './goals.ts';
import { groupPlans } from './groups.ts';
import { ideasAt } from './ideas.ts';
import { kudosGiven } from './kudos.ts';
import { gatherMembers } from './members.ts';
import { employees, toPerson } from './people.ts';
import { profileDetails } from './profile-details.ts';
import { profiles } from './profiles.ts';
import { createRandom } from './random.ts';
import { react } from './reactions.ts';
import { tellThread } from './timeline.ts';
import type {
  Company,
  CompanyArticle,
  CompanyGroup,
  CompanyKudos,
  CompanyOptions,
} from './types.ts';

/**
 * The texts of people are written by hand; the seed decides only the minutes between remarks,
 * when people joined a group, and who reacted how.
 */
export function buildCompany({ seed, now }: CompanyOptions): Company {
  const random = createRandom(seed);
  const company: Company = {
    name: 'Tarwijk Bakkerijmachines',
    people: employees.map(toPerson),
    profiles: profiles.map(copyProfile),
    groups: [],
    posts: [],
    comments: [],
    reactions: [],
    kudos: kudosGiven.map((given, index) => toKudos(given, index, now)),
    ideas: ideasAt(now),
    goals: goalsAt(now),
    articles: articlesWritten.map((written, index) => toArticle(written, index, now)),
  };

  for (const plan of groupPlans) {
    const told = plan.threads.map((thread, index) =>
      tellThread({ thread, groupId: plan.id, number: index + 1, now, random }),
    );
    const group: CompanyGroup = gatherMembers({ plan, told, now, random });
    company.groups.push(group);
    for (const { post, comments, mood } of told) {
      company.posts.push(post);
      company.comments.push(...comments);
      company.reactions.push(...react({ post, comments, mood, group, now, random }));
    }
  }
  return company;
}

function toKudos(given: (typeof kudosGiven)[number], index: number, now: number): CompanyKudos {
  const { at, from, to, value, reason } = given;
  const id = `k-${String(index + 1).padStart(2, '0')}`;
  return {
    id,
    giverId: from,
    recipientIds: [...to],
    value,
    reason,
    createdAt: timeOf(at, now),
  };
}

function toArticle(
  { at, by, group, ...words }: (typeof articlesWritten)[number],
  index: number,
  now: number,
): CompanyArticle {
  return {
    id: `a-${String(index + 1).padStart(2, '0')}`,
    groupId: group,
    authorId: by,
    ...words,
    createdAt: timeOf(at, now),
  };
}

/** A copy, so that a caller who edits its company does not edit the next one. */
function copyProfile(profile: (typeof profiles)[number]): Company['profiles'][number] {
  const { languages, ...details } = profileDetails[profile.personId] ?? {};
  return {
    ...profile,
    askMeAbout: [...profile.askMeAbout],
    interests: [...profile.interests],
    ...details,
    ...(languages ? { languages: [...languages] } : {}),
  };
}
