/**
 * What became of an idea, folded from what stewards wrote about it. Every client has the same answer from the
 * same rows, in whatever order they arrive.
 */
import { countWords } from '../kernel/accept-text.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer } from '../kernel/container.ts';
import { dayLength } from '../kernel/day.ts';
import type { Instant, PersonId, Stamp } from '../kernel/record.ts';
import { inOrder, momentOf } from '../stewards/log.ts';
import { placeOfStewards } from '../wall/marks.ts';
import { workingDays } from '../wall/working-days.ts';
import { fates } from './collection.ts';
import type { FateRecord } from './collection.ts';
import { leastWords } from './limits.ts';

/** What stewards decide, in the order of an idea's way. */
const decidedStates = ['talked', 'trying', 'adopted', 'notNow'] as const;
export type DecidedState = (typeof decidedStates)[number];

/** Where an idea is: put forward until a steward says something; an author may take it back. */
export type FateState = 'forward' | DecidedState | 'withdrawn';

/** One thing that was said about an idea. */
export interface Step {
  readonly state: Exclude<FateState, 'forward'>;
  readonly by: PersonId;
  readonly at: Instant;
  /** May be empty where an author took the idea back. */
  readonly why: string;
  /** Who tries it. */
  readonly who?: PersonId;
  /** Until when it is tried, or when it is looked at again. */
  readonly until?: Instant;
}

export interface Fate {
  readonly state: FateState;
  /** Since when: an idea that came back is put forward since its date. */
  readonly since: Instant;
  /** Everything that was said, the first of it first. */
  readonly steps: readonly Step[];
  /** It was not now, and its date has come. */
  readonly isBack?: true;
  /** Something that was decided is gone or reads otherwise: who had decided it, and when. */
  readonly changed?: { readonly by: PersonId; readonly at: Instant };
}

/** After so many working days without a word of a steward an idea waits. */
const waitsFrom = 10;
/** No date lies further ahead of what names it. In milliseconds. */
export const mostAhead = 2 * 366 * dayLength;
/** A host may stamp what a row is made of one after the other. In milliseconds. */
const stamping = 60_000;

const isDecided = (state: string): state is DecidedState =>
  (decidedStates as readonly string[]).includes(state);

const isDate = ({ created, fields: { again } }: FateRecord): boolean =>
  Number.isSafeInteger(again) && again > created && again <= created + mostAhead;

/** Drops a row of a shape that Kantine writes none of. Whether its author may is another question. */
function isFate(record: FateRecord): boolean {
  if (!isWellFormed(fates, record)) return false;
  const { state, who, again, why } = record.fields;
  if (state === 'noted') return again === 0 && why !== '';
  if (state === 'withdrawn') return who === '' && again === 0;
  if (!isDecided(state) || countWords(why) < leastWords) return false;
  if (state === 'trying') return who !== '' && isDate(record);
  return who === '' && (state === 'notNow' ? isDate(record) : again === 0);
}

/** An idea by its post. */
export interface IdeaRef {
  readonly id: string;
  readonly author: PersonId;
  readonly created: Instant;
}

interface Folding {
  readonly group: string;
  /** Of the host's time. */
  readonly now: Instant;
  readonly isStewardAct: (record: Stamp) => boolean;
}

const stepOf = (record: FateRecord): Step => {
  const { state, why, who, again } = record.fields;
  return {
    state: state as Step['state'],
    by: record.author,
    at: momentOf(record),
    why,
    ...(who === '' ? {} : { who }),
    ...(again === 0 ? {} : { until: again }),
  };
};

/**
 * A decision that a steward noted and that is not there any more, or one whose row was changed by hand. Who takes a
 * decision of theirs away takes their own note as well; those of others stay.
 */
function changedIn(
  decisions: readonly FateRecord[],
  notes: readonly FateRecord[],
): Pick<Fate, 'changed'> {
  const ids = new Set(decisions.map(({ id }) => id));
  const gone = notes.filter(({ fields }) => !ids.has(fields.why));
  const edited = decisions.filter(({ created, modified }) => modified > created + stamping);
  const last = [...gone, ...edited].sort(inOrder).at(-1);
  if (!last) return {};
  const { state, who } = last.fields;
  const by = state === 'noted' && who !== '' ? who : last.author;
  return { changed: { by, at: momentOf(last) } };
}

/** What a steward decided about an idea, and no note of this person's names yet. */
export function unnoted(
  idea: IdeaRef,
  records: readonly FateRecord[],
  folding: Folding,
  by: PersonId,
): readonly FateRecord[] {
  const { decisions, notes } = saidOf(idea, records, folding);
  const noted = new Set(
    notes.filter(({ author }) => author === by).map(({ fields }) => fields.why),
  );
  return decisions.filter(({ id }) => !noted.has(id));
}

/** What counts of the rows about an idea. */
function saidOf(
  idea: IdeaRef,
  records: readonly FateRecord[],
  { group, isStewardAct }: Pick<Folding, 'group' | 'isStewardAct'>,
) {
  const [place, container] = [placeOfStewards(group), groupContainer(group)];
  const own = records.filter((each) => isFate(each) && each.fields.post === idea.id);
  const isBySteward = (row: FateRecord): boolean =>
    row.container === place && row.author !== idea.author && isStewardAct(row);
  const isBack = (row: FateRecord): boolean =>
    row.fields.state === 'withdrawn' && row.container === container && row.author === idea.author;
  const byStewards = own.filter((row) => row.fields.state !== 'withdrawn' && isBySteward(row));
  return {
    notes: byStewards.filter(({ fields }) => fields.state === 'noted'),
    decisions: byStewards.filter(({ fields }) => fields.state !== 'noted'),
    withdrawals: own.filter(isBack),
  };
}

/**
 * Only stewards decide, where they write, and nobody about an idea of their own. Its author takes it back in the
 * group, and nothing is decided after that.
 * @param records of any ideas, in any order; those that do not count are passed over.
 */
export function fateOf(idea: IdeaRef, records: readonly FateRecord[], folding: Folding): Fate {
  const { now } = folding;
  const { notes, decisions, withdrawals } = saidOf(idea, records, folding);
  const said = [...decisions, ...withdrawals].sort(inOrder);
  const end = said.findIndex((row) => withdrawals.includes(row));
  const counting = end < 0 ? said : said.slice(0, end + 1);
  const steps = counting.map(stepOf);
  const last = steps.at(-1);
  const rest = { steps, ...changedIn(decisions, notes) };
  if (!last) return { state: 'forward', since: idea.created, ...rest };
  const { until = Infinity } = last;
  if (last.state === 'notNow' && until <= now)
    return { state: 'forward', since: until, isBack: true, ...rest };
  return { state: last.state, since: last.at, ...rest };
}

/** How many whole working days an idea has waited for a word of a steward; 0 once there was one. */
export const waitedDays = (
  { state, since }: Pick<Fate, 'state' | 'since'>,
  now: Instant,
): number => (state === 'forward' ? Math.floor(workingDays(since, now)) : 0);

export const isWaiting = (fate: Pick<Fate, 'state' | 'since'>, now: Instant): boolean =>
  waitedDays(fate, now) >= waitsFrom;
