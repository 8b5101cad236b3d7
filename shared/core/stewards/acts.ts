/** Acts: what those who answer for a group do in it, each with whom or what it is about and why. */
import { collection, isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import type { ContainerId } from '../kernel/container.ts';
import { rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';

/**
 * What an act does. `appoint`, `dismiss`: its person as a steward. `hide`, `show`: a message. `close`, `reopen`:
 * the conversation of a post. `settle`: an appeal. `archive`, `unarchive`: the group. `invite`: its person into
 * a group. `topic`: a topic of the group, or another name of its target; `untopic`: it is one no more. `see`: tells
 * those who read a group that its desk holds an act about a message. `go`: its person is about to be no steward of
 * a closed group.
 */
export type ActFamily =
  | 'appoint'
  | 'dismiss'
  | 'hide'
  | 'show'
  | 'close'
  | 'reopen'
  | 'settle'
  | 'archive'
  | 'unarchive'
  | 'invite'
  | 'topic'
  | 'untopic'
  | 'see'
  | 'go';

/** Rows are added, and an act is undone by another one. */
export const acts = collection({
  name: 'acts',
  keptIn: ['group', 'closed', 'desk'],
  size: 'few',
  key: 'once',
  about: { of: 'records', ids: { posts: 'post' } },
  subject: ['person', 'appointer'],
  privacy: {
    purpose:
      'Who are the stewards of a group, whom they ask in, and what they hide, close and decide, with their reasons.',
    readers: 'readers of its container',
    keep: 'author',
    erasing: 'stays',
    leaving: 'unname',
    named: 'stays',
  },
  fields: {
    family: { type: 'text', max: 20 },
    /** The post itself, or the post that the comment is on; of an article its target. Empty where it is about none. */
    post: { type: 'text', max: 100 },
    /** The message or the article, as `targetName` gives it. */
    target: { type: 'text', max: 200 },
    /** Whom it is about; empty for nobody. */
    person: { type: 'text', max: 200 },
    reason: { type: 'text', max: 300 },
    /** Its author where it appoints or dismisses, so that these are read by those whose word counts. */
    appointer: { type: 'text', max: 200 },
  },
  indexes: {
    recent: { order: 'created', spare: 1 },
    byPost: { partition: 'post', order: 'created', spare: 2 },
    byFamily: { partition: 'family', order: 'created', spare: 3 },
    byAppointer: { partition: 'appointer', order: 'created', spare: 4 },
  },
});

export type ActRecord = RecordOf<typeof acts>;

/** What is to be said of an act; what is left out is empty. */
export type NewAct = { readonly family: ActFamily } & Partial<
  Pick<ActRecord['fields'], 'post' | 'target' | 'person' | 'reason'>
>;

const isAppointing = (family: string): boolean => family === 'appoint' || family === 'dismiss';

/**
 * The query for the newest acts in a group's container: where there is none, nothing of the group was decided.
 * Whether they count is another question.
 */
export const newestActs = (container: ContainerId) =>
  rows(acts, { container, index: 'recent', order: 'descending', limit: 60 });

/** The fields of an act. @param author who writes it. */
export const actFields = (act: NewAct, author: PersonId): ActRecord['fields'] => ({
  post: '',
  target: '',
  person: '',
  reason: '',
  ...act,
  appointer: isAppointing(act.family) ? author : '',
});

/** Drops an act of a shape that Kantine writes none of. Whether its author may act is another question. */
export function isAct(record: ActRecord): boolean {
  if (!isWellFormed(acts, record)) return false;
  const { family, person, appointer } = record.fields;
  if (!isAppointing(family)) return appointer === '';
  return appointer === record.author && person !== '';
}
