import { DAY, HOUR, timeOf } from './calendar.ts';
import type { GroupPlan } from './groups.ts';
import { employees } from './people.ts';
import type { Random } from './random.ts';
import type { ToldThread } from './timeline.ts';
import type { CompanyGroup } from './types.ts';

interface Gathering {
  plan: GroupPlan;
  told: ToldThread[];
  now: number;
  random: Random;
}

/** Everybody who writes, and the readers; each joined before their first words. */
export function gatherMembers({ plan, told, now, random }: Gathering): CompanyGroup {
  const { id, name, purpose, createdBy, access, topics, ended } = plan;
  const createdAt = now - plan.age * DAY;
  const members = [{ personId: createdBy, joinedAt: createdAt }];
  const firstWords = firstWordsOf(told);
  const known = new Set([createdBy]);

  for (const personId of [...firstWords.keys(), ...plan.readers]) {
    if (known.has(personId)) continue;
    known.add(personId);
    const employee = employees.find((candidate) => candidate.id === personId);
    if (employee === undefined) throw new Error(`"${personId}" in group ${id} is not an employee.`);
    const started = employee.started === undefined ? createdAt : timeOf(employee.started, now);
    const earliest = Math.max(createdAt, started);
    const latest = (firstWords.get(personId) ?? now - 45 * DAY) - HOUR / 2;
    const span = Math.max(0, latest - earliest);
    members.push({ personId, joinedAt: earliest + Math.floor(span * random.next()) });
  }
  members.sort((one, other) => one.joinedAt - other.joinedAt);
  return {
    id,
    name,
    purpose,
    createdBy,
    ...(access ? { access } : {}),
    ...(topics ? { topics } : {}),
    ...(ended === undefined ? {} : { ended: { at: lastWordsOf(told) + DAY, reason: ended } }),
    createdAt,
    members,
  };
}

const lastWordsOf = (told: ToldThread[]): number =>
  Math.max(
    ...told.flatMap(({ post, comments }) => [post, ...comments]).map((each) => each.createdAt),
  );

function firstWordsOf(told: ToldThread[]): Map<string, number> {
  const firstWords = new Map<string, number>();
  const texts = told.flatMap(({ post, comments }) => [post, ...comments]);
  for (const { authorId, createdAt } of texts) {
    firstWords.set(authorId, Math.min(createdAt, firstWords.get(authorId) ?? createdAt));
  }
  return firstWords;
}
