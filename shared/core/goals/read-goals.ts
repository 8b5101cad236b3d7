/** Reading the goals of a group with what was said of them. */
import { groupById } from '../groups/memberships.ts';
import { nameAmong } from '../groups/name.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { isClosed } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { isAll, maxLimit, rows } from '../kernel/query.ts';
import { peopleFinder } from '../people/person.ts';
import { byAuthors } from '../stewards/by-authors.ts';
import { mostStewards } from '../stewards/log.ts';
import { archivedBy } from '../stewards/read-archiving.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import type { Stewards } from '../stewards/stewards.ts';
import { placeOfStewards } from '../wall/marks.ts';
import { checkIns, goals } from './collections.ts';
import type { CheckInRecord, GoalRecord } from './collections.ts';
import { goalOf } from './goal.ts';
import type { Goal } from './goal.ts';
import { groupSize } from './group-size.ts';
import { fewestPeople, goalLimits } from './limits.ts';
import { rightTo } from './right-to.ts';
import { goalView, peopleOf } from './view.ts';
import type { GoalBoard } from './view.ts';

/** Those whose word counts, where others wrote so much that an answer did not hold it. */
const writersOf = ({ terms }: Stewards) => (terms?.ever ?? []).slice(-mostStewards);

async function readRows(
  { store }: Host,
  group: string,
  stewards: Stewards,
): Promise<readonly GoalRecord[]> {
  const query = rows(goals, {
    container: placeOfStewards(group),
    index: 'recent',
    order: 'descending',
    limit: maxLimit,
  });
  const [answer] = await store.read([query]);
  if (isAll(answer) || isClosed(group)) return answer.records;
  return byAuthors(store, query, { ...answer, incomplete: true }, writersOf(stewards));
}

/** What was said of some goals; of each its newest hundred rows. */
export async function readSaid(
  { store }: Host,
  group: string,
  ids: readonly string[],
  stewards: Stewards,
): Promise<readonly CheckInRecord[]> {
  if (ids.length === 0) return [];
  const query = rows(checkIns, {
    container: placeOfStewards(group),
    index: 'byGoal',
    in: ids,
    order: 'descending',
    limit: maxLimit,
  });
  const [answer] = await store.read([query]);
  const isFull = ids.some(
    (id) => answer.records.filter(({ fields }) => fields.goal === id).length >= maxLimit,
  );
  if ((!isFull && isAll(answer)) || isClosed(group)) return answer.records;
  return byAuthors(store, query, { ...answer, incomplete: true }, writersOf(stewards));
}

/** The goals that count, the open ones first. */
export async function readGoals(
  host: Host,
  group: string,
  stewards: Stewards,
): Promise<{ readonly found: readonly Goal[]; readonly dropped: number }> {
  const records = await readRows(host, group, stewards);
  const { isStewardAct } = stewards;
  const folding = { group, isStewardAct };
  const admitted = records
    .filter((record) => goalOf(record, [], folding))
    .toSorted((one, other) => other.created - one.created)
    .slice(0, goalLimits.shown);
  const said = await readSaid(
    host,
    group,
    admitted.map(({ id }) => id),
    stewards,
  );
  const found = admitted.flatMap((record) => goalOf(record, said, folding) ?? []);
  const isEnded = ({ state }: Goal): number => Number(state !== 'open');
  return {
    found: found.toSorted((one, other) => isEnded(one) - isEnded(other)),
    dropped: records.filter((record) => !isWellFormed(goals, record)).length,
  };
}

/** @throws NotFound */
export async function findGoal(
  host: Host,
  group: string,
  id: string,
  stewards: Stewards,
): Promise<Goal> {
  const { found } = await readGoals(host, group, stewards);
  const goal = found.find((each) => each.id === id);
  if (!goal) throw new NotFound(`goal ${id}`);
  return goal;
}

/** @throws NotFound, Forbidden as a wall does */
export async function readBoard(host: Host, group: string): Promise<GoalBoard> {
  const { identity, clock, directory } = host;
  const right = await rightTo(host, group);
  const [me, now, stewards, archived, [named]] = await Promise.all([
    identity.me(),
    clock.server(),
    stewardsOf(host, group),
    archivedBy(host, group),
    host.store.read([groupById(group)]),
  ]);
  const maySet = stewards.areMe && right === 'write' && !archived;
  const [{ found, dropped }, size] = await Promise.all([
    readGoals(host, group, stewards),
    maySet ? groupSize(host, group) : fewestPeople,
  ]);
  const keepers = maySet ? [...new Set([me, ...stewards.people])] : [];
  const person = await peopleFinder(directory, [me, ...keepers, ...found.flatMap(peopleOf)]);
  return {
    me: person(me),
    name: nameAmong(named.records, group),
    now,
    maySet,
    ...(size < fewestPeople ? { tooFew: size } : {}),
    stewards: keepers.map(person).filter(({ active }) => active),
    goals: found.map((goal) => goalView(goal, person, now)),
    dropped,
  };
}
