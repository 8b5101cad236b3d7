/**
 * What a goal is by now, folded from its row and from what stewards said since. Every client has the same answer
 * from the same rows, in whatever order they arrive.
 */
import { countWords } from '../kernel/accept-text.ts';
import { isWellFormed } from '../kernel/collection.ts';
import type { Instant, PersonId, Stamp } from '../kernel/record.ts';
import { isVisible } from '../kernel/visible-text.ts';
import { inOrder, momentOf } from '../stewards/log.ts';
import { placeOfStewards } from '../wall/marks.ts';
import { checkIns, goals } from './collections.ts';
import type { CheckInRecord, GoalRecord } from './collections.ts';
import { areDaysOf, isMetric, isTargetOf, leastLearned, longestGoal } from './limits.ts';
import type { Metric } from './limits.ts';
import { monthOf } from './months.ts';
import { isNote, notedIn } from './notes.ts';
import type { Month } from './months.ts';

/** A goal is open until a steward says how it ended; then it stays as it is. */
export type GoalState = 'open' | 'reached' | 'missed';

/** Something that a steward said of a goal. */
export interface Said {
  readonly by: PersonId;
  readonly at: Instant;
  readonly text: string;
}

/** Another target than before. */
export interface TargetChange extends Said {
  readonly before: number;
  readonly target: number;
}

export interface CheckIn extends Said {
  /** What was counted by hand. */
  readonly value?: number;
}

/** A number of a month, that people counted themselves. */
interface HandCount {
  readonly month: Month;
  readonly value: number;
}

export interface Goal {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  readonly metric: Metric;
  readonly days: number;
  /** As it is now. */
  readonly target: number;
  readonly created: Instant;
  readonly until: Instant;
  readonly by: PersonId;
  readonly owner: PersonId;
  readonly state: GoalState;
  /** How it ended, with what was learned. */
  readonly end?: Said;
  /** The first of them first. */
  readonly checkIns: readonly CheckIn[];
  readonly targets: readonly TargetChange[];
  /** The last number of each month that was counted by hand. */
  readonly handCounts: readonly HandCount[];
  /** Another target or an end was said, and is not there any more: whose it was, and when it was noted. */
  readonly gone?: { readonly by: PersonId; readonly at: Instant };
  /** Its row, or a row about it, was changed by hand: when last, and whose it is. */
  readonly edited?: { readonly by: PersonId; readonly at: Instant };
}

export interface Folding {
  readonly group: string;
  isStewardAct(record: Stamp): boolean;
}

/** A host may stamp what a row is made of one after the other. In milliseconds. */
const stamping = 60_000;

const isEdited = ({ created, modified }: Stamp): boolean => modified > created + stamping;

/** Drops a goal of a shape that Kantine writes none of. Whether its author may is another question. */
function isGoal(record: GoalRecord): boolean {
  if (!isWellFormed(goals, record)) return false;
  const { what, metric, days, target, until, owner, why } = record.fields;
  if (!isMetric(metric) || !isTargetOf(metric, target) || !areDaysOf(metric, days)) return false;
  const isInTime =
    Number.isSafeInteger(until) && until > record.created && until <= record.created + longestGoal;
  return isInTime && owner !== '' && isVisible(what) && isVisible(why);
}

/** Drops a row of a shape that Kantine writes none of. */
function isCheckIn(record: CheckInRecord, metric: Metric): boolean {
  if (!isWellFormed(checkIns, record)) return false;
  const { kind, value, text } = record.fields;
  if (!isVisible(text)) return false;
  switch (kind) {
    case 'checkIn':
      return metric === 'byHand' ? isTargetOf(metric, value) : value === 0;
    case 'target':
      return isTargetOf(metric, value);
    case 'noted':
      return value === 0 && notedIn(text) !== undefined;
    case 'reached':
    case 'missed':
      return value === 0 && countWords(text) >= leastLearned;
    default:
      return false;
  }
}

const saidBy = (record: CheckInRecord): Said => ({
  by: record.author,
  at: momentOf(record),
  text: record.fields.text,
});

const isEnd = ({ fields: { kind } }: CheckInRecord): boolean =>
  kind === 'reached' || kind === 'missed';

function targetsIn(first: number, rows: readonly CheckInRecord[]): readonly TargetChange[] {
  let before = first;
  return rows.map((row) => {
    const change = { ...saidBy(row), before, target: row.fields.value };
    before = row.fields.value;
    return change;
  });
}

function handCountsIn(rows: readonly CheckInRecord[]): readonly HandCount[] {
  const last = new Map(rows.map((row) => [monthOf(momentOf(row)), row.fields.value]));
  return [...last].map(([month, value]) => ({ month, value }));
}

const counts = (row: Stamp, { group, isStewardAct }: Folding): boolean =>
  row.container === placeOfStewards(group) && isStewardAct(row);

/** What counts of what was said of a goal, in its order, and the notes of it. */
function rowsAbout(
  { id, fields: { metric } }: GoalRecord,
  records: readonly CheckInRecord[],
  folding: Folding,
) {
  const all = records
    .filter((row) => row.fields.goal === id && isCheckIn(row, metric as Metric))
    .filter((row) => counts(row, folding))
    .sort(inOrder);
  return { own: all.filter((row) => !isNote(row)), notes: all.filter(isNote) };
}

/** The last of what is noted and gone. */
function goneIn(own: readonly CheckInRecord[], notes: readonly CheckInRecord[]): Goal['gone'] {
  const ids = new Set(own.map(({ id }) => id));
  const gone = notes.flatMap((note) => {
    const noted = notedIn(note.fields.text);
    return noted && !ids.has(noted.id) ? [{ by: noted.by, at: momentOf(note) }] : [];
  });
  return gone.at(-1);
}

/**
 * Only stewards set goals and say how they go, where they write.
 * @param records of any goals, in any order; those that do not count are passed over.
 * @returns undefined for a row that is no goal.
 */
export function goalOf(
  record: GoalRecord,
  records: readonly CheckInRecord[],
  folding: Folding,
): Goal | undefined {
  if (!isGoal(record) || !counts(record, folding)) return undefined;
  const metric = record.fields.metric as Metric;
  const { own, notes } = rowsAbout(record, records, folding);
  const end = own.find(isEnd);
  // What ended stays as it ended.
  const said = end ? own.slice(0, own.indexOf(end) + 1) : own;
  const of = (kind: string) => said.filter(({ fields }) => fields.kind === kind);
  const targets = targetsIn(record.fields.target, of('target'));
  const edited = [record, ...said].filter(isEdited).sort(inOrder).at(-1);
  const gone = goneIn(own, notes);
  const { what, why, days, until, owner } = record.fields;
  return {
    id: record.id,
    what,
    why,
    metric,
    days,
    target: targets.at(-1)?.target ?? record.fields.target,
    created: record.created,
    until,
    by: record.author,
    owner,
    state: end ? (end.fields.kind as GoalState) : 'open',
    ...(end ? { end: saidBy(end) } : {}),
    checkIns: of('checkIn').map((row) => ({
      ...saidBy(row),
      ...(metric === 'byHand' ? { value: row.fields.value } : {}),
    })),
    targets,
    handCounts: metric === 'byHand' ? handCountsIn(of('checkIn')) : [],
    ...(gone ? { gone } : {}),
    ...(edited ? { edited: { by: edited.author, at: momentOf(edited) } } : {}),
  };
}
