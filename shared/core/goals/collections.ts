/** Goals of groups, and what their stewards said of how they go. */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { goalLimits } from './limits.ts';

/**
 * Nothing of a goal is changed but by who sends it again with other words: another target, and how it ended, are rows of
 * `checkIns`.
 */
export const goals = collection({
  name: 'goals',
  keptIn: ['group', 'desk'],
  size: 'few',
  key: 'once',
  about: { of: 'container' },
  subject: ['owner'],
  privacy: {
    purpose: 'What a group wants to be better, by when, and who looks after it.',
    readers: 'readers of its container',
    keep: 'author',
    erasing: 'stays',
    leaving: 'unname',
    named: 'stays',
  },
  fields: {
    /** What should be better, in the group’s own words. */
    what: { type: 'text', max: goalLimits.what },
    /** One of `metrics`. */
    metric: { type: 'text', max: 40 },
    /** Within how many days; 0 where the metric has none. */
    days: { type: 'number' },
    target: { type: 'number' },
    /** The moment by which the target is to be reached. */
    until: { type: 'number' },
    /** The steward who looks after it. */
    owner: { type: 'text', max: 200 },
    why: { type: 'text', max: goalLimits.why },
  },
  indexes: { recent: { order: 'created', spare: 1 } },
});

/** Rows are added, and none is changed. */
export const checkIns = collection({
  name: 'checkIns',
  keptIn: ['group', 'desk'],
  size: 'few',
  key: 'once',
  about: { of: 'records', ids: { goals: 'goal' } },
  subject: [],
  privacy: {
    purpose: 'How the goals of a group go, month by month, and what was learned.',
    readers: 'readers of its container',
    keep: 'with',
    erasing: 'stays',
    leaving: 'unname',
  },
  fields: {
    goal: { type: 'text', max: 100 },
    /** `checkIn`, another `target`, or the end: `reached` or `missed`; or `noted`, which names such a row in its text. */
    kind: { type: 'text', max: 20 },
    /** The number that was counted by hand, or the new target; 0 for none. */
    value: { type: 'number' },
    /** How it goes, why the target is another one, or what was learned. */
    text: { type: 'text', max: goalLimits.text },
  },
  indexes: { byGoal: { partition: 'goal', order: 'created', spare: 1 } },
});

export type GoalRecord = RecordOf<typeof goals>;
export type CheckInRecord = RecordOf<typeof checkIns>;
