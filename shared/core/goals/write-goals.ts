/** Setting a goal, and saying how it goes and how it ended. Stewards only. */
import { acceptText, countWords } from '../kernel/accept-text.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../kernel/errors.ts';
import { insertSaid, saysFields } from '../kernel/insert-said.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import { acceptColleague } from '../people/colleague.ts';
import { peopleFinder } from '../people/person.ts';
import { confirmStewards } from '../stewards/confirm.ts';
import { archivedBy } from '../stewards/read-archiving.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import type { Stewards } from '../stewards/stewards.ts';
import { placeOfStewards } from '../wall/marks.ts';
import { checkIns, goals } from './collections.ts';
import type { CheckInRecord } from './collections.ts';
import type { GoalCheckIn, GoalEnd, NewGoal, NewTarget } from './domain.ts';
import { goalOf } from './goal.ts';
import type { Goal } from './goal.ts';
import { groupSize } from './group-size.ts';
import {
  areDaysOf,
  fewestPeople,
  goalLimits,
  isTargetOf,
  leastLearned,
  longestGoal,
} from './limits.ts';
import type { Metric } from './limits.ts';
import { noteText, unnoted } from './notes.ts';
import { findGoal, readSaid } from './read-goals.ts';
import { goalView, peopleOf } from './view.ts';
import type { GoalView } from './view.ts';

interface AsSteward {
  readonly place: ContainerId;
  readonly stewards: Stewards;
  readonly now: Instant;
}

/** @throws Forbidden to who is no steward, and in an archived group */
async function asSteward(host: Host, group: string): Promise<AsSteward> {
  const [stewards, archived, now] = await Promise.all([
    stewardsOf(host, group),
    archivedBy(host, group),
    host.clock.server(),
  ]);
  if (!stewards.areMe) throw new Forbidden(`the goals of group ${group}`);
  if (archived) throw new Forbidden(`the goals of the archived group ${group}`);
  return { place: placeOfStewards(group), stewards, now };
}

/** @throws Invalid `unknown-value` */
function acceptTarget(metric: Metric, target: number): number {
  if (isTargetOf(metric, target)) return target;
  const data = { field: 'target', reason: 'unknown-value', actual: target } as const;
  throw new Invalid(data, `The number ${target} cannot be reached. Choose another one.`);
}

/** @throws Invalid `unknown-value` */
function acceptDays(metric: Metric, days: number): number {
  if (areDaysOf(metric, days)) return days;
  const data = { field: 'days', reason: 'unknown-value', actual: days } as const;
  throw new Invalid(data, `Nothing is counted within ${days} days. Choose another number.`);
}

/** @throws Invalid `unknown-value` */
function acceptUntil(until: Instant, now: Instant): Instant {
  if (until > now && until <= now + longestGoal) return until;
  throw new Invalid(
    { field: 'until', reason: 'unknown-value' },
    'The day is over, or more than a year ahead. Choose another one.',
  );
}

/** @throws Invalid `too-few-people` */
async function acceptSize(host: Host, group: string): Promise<void> {
  const size = await groupSize(host, group);
  if (size >= fewestPeople) return;
  throw new Invalid(
    { field: 'group', reason: 'too-few-people', actual: size, limit: fewestPeople },
    `Goals begin at ${fewestPeople} people, so that nobody is measured alone. Your group has ${size} so far.`,
  );
}

async function viewOf(host: Host, goal: Goal | undefined, now: Instant): Promise<GoalView> {
  if (!goal) throw new NotFound('goal');
  return goalView(goal, await peopleFinder(host.directory, peopleOf(goal)), now);
}

/** @throws Forbidden to who is no steward; Invalid */
export async function setGoal(host: Host, input: NewGoal): Promise<GoalView> {
  const { group, metric, key } = input;
  const { place, stewards, now } = await asSteward(host, group);
  const fields = {
    what: acceptText('what', input.what, goalLimits.what),
    metric,
    days: acceptDays(metric, input.days),
    target: acceptTarget(metric, input.target),
    until: acceptUntil(input.until, now),
    why: acceptText('why', input.why, goalLimits.why),
    owner: await acceptColleague(host, 'owner', input.owner),
  };
  await acceptSize(host, group);
  const { record, inserted } = await host.store.insert(goals, place, key, fields);
  // Its answer was lost, and its steward changed the form: a second goal could be taken away by nobody.
  const isSaid = inserted || saysFields(record, fields);
  // Once something was said of it, another target is given with a reason.
  if (!isSaid && (await readSaid(host, group, [record.id], stewards)).length > 0)
    throw new Conflict('goal');
  const goal = isSaid ? record : await host.store.update(goals, record, fields);
  await confirmStewards(host, place, stewards);
  return viewOf(host, goalOf(goal, [], { group, isStewardAct: stewards.isStewardAct }), now);
}

/** So many notes are written with one row, the newest ones. */
const mostNotes = 4;

interface Noting {
  readonly group: string;
  readonly goal: string;
  readonly key: string;
  /** What was said just now. */
  readonly said: CheckInRecord;
  readonly stewards: Stewards;
}

/** Notes what stewards said of the goal, the row of this moment included, so that it is seen if one is taken away. */
async function note(
  host: Host,
  place: ContainerId,
  { group, goal, key, said, stewards }: Noting,
): Promise<void> {
  const me = await host.identity.me();
  const rows = await readSaid(host, group, [goal], stewards);
  const counting = rows.filter(
    (row) => row.container === place && row.fields.goal === goal && stewards.isStewardAct(row),
  );
  const known = counting.some(({ id }) => id === said.id) ? counting : [...counting, said];
  for (const row of unnoted(known, me).slice(-mostNotes)) {
    const fields = { goal, kind: 'noted', value: 0, text: noteText(row) };
    await insertSaid(host.store, checkIns, place, `${key} noted ${row.id}`, fields);
  }
}

/** @throws Forbidden to who is no steward; NotFound for a goal that is gone or has ended */
async function say(
  host: Host,
  { group, goal: id, key }: Pick<GoalCheckIn, 'group' | 'goal' | 'key'>,
  fieldsOf: (goal: Goal) => Pick<CheckInRecord['fields'], 'kind' | 'value' | 'text'>,
): Promise<GoalView> {
  const { place, stewards, now } = await asSteward(host, group);
  const goal = await findGoal(host, group, id, stewards);
  const fields = fieldsOf(goal);
  // A repeat of what ended it is the end that there is.
  const isEnd = goal.state === fields.kind && goal.end?.text === fields.text;
  if (goal.state !== 'open' && !isEnd) throw new NotFound(`open goal ${id}`);
  const record = await insertSaid(host.store, checkIns, place, key, { goal: id, ...fields });
  await note(host, place, { group, goal: id, key, said: record, stewards });
  await confirmStewards(host, place, stewards);
  return viewOf(host, await findGoal(host, group, id, stewards), now);
}

/** Says how a goal goes; of one that is counted by hand, with its number. */
export const checkIn = (host: Host, input: GoalCheckIn): Promise<GoalView> =>
  say(host, input, ({ metric }) => ({
    kind: 'checkIn',
    value: metric === 'byHand' ? acceptTarget(metric, input.value ?? -1) : 0,
    text: acceptText('text', input.text, goalLimits.text),
  }));

/** Gives a goal another target; everybody reads that, and why. */
export const retarget = (host: Host, input: NewTarget): Promise<GoalView> =>
  say(host, input, ({ metric }) => ({
    kind: 'target',
    value: acceptTarget(metric, input.target),
    text: acceptText('text', input.text, goalLimits.text),
  }));

/** @throws Invalid `too-few-words` */
function acceptLearned(typed: string): string {
  const text = acceptText('text', typed, goalLimits.text);
  const words = countWords(text);
  if (words >= leastLearned) return text;
  throw new Invalid(
    { field: 'text', reason: 'too-few-words', actual: words, limit: leastLearned },
    `The sentence has ${words} words. Say in at least ${leastLearned} what you learned.`,
  );
}

/** Says that a goal was reached or not, and what was learned. For good. */
export const end = (host: Host, input: GoalEnd): Promise<GoalView> =>
  say(host, input, () => ({
    kind: input.reached ? 'reached' : 'missed',
    value: 0,
    text: acceptLearned(input.learned),
  }));
