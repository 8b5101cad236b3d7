/** Which posts stand above a wall: those that its stewards pinned last, for at most 30 days. */
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId, Stamp } from '../kernel/record.ts';
import { byIds, maxIn } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import { plainText } from '../mentions/token.ts';
import { peopleFinder } from '../people/person.ts';
import type { ActRecord } from '../stewards/acts.ts';
import type { Decisions } from '../stewards/decisions.ts';
import { inOrder, momentOf } from '../stewards/log.ts';
import { isPost, peopleIn } from './about-posts.ts';
import { isMark } from './marks.ts';
import { ofStewards, readTerms } from './steward-marks.ts';
import type { MarkRecord } from './marks.ts';
import { posts, targetName } from './message.ts';
import type { PostRecord } from './message.ts';
import { mentionsIn } from './view.ts';
import type { PinView } from './view.ts';

const loadDecisions = () =>
  import(/* webpackChunkName: 'wall-acts' */ '../stewards/read-decisions.ts');

/** A pin ends by itself. In milliseconds. */
export const pinnedFor = 30 * 24 * 60 * 60_000;
/** Nobody reads past more of them. */
const mostPins = 3;
/** How much of a post its line above the wall may show, in UTF-16 units. */
const lineLength = 160;

/** A post by its id; whose it is may be unknown. */
interface Named {
  readonly id: string;
  readonly author: PersonId;
}

/** A post that is pinned at a moment. */
interface Pin {
  readonly post: string;
  readonly by: PersonId;
  readonly until: Instant;
}

/** Drops a row that pins nothing and takes no pin back. Whether its author may is another question. */
const isPin = (record: MarkRecord): boolean =>
  isMark(record) &&
  record.fields.family === 'pin' &&
  record.fields.target === targetName({ kind: 'post', id: record.fields.post }) &&
  /^(?:\d{1,15})?$/.test(record.fields.value);

/** No row pins for longer than 30 days from when it was written, whatever it says. */
const untilOf = (record: MarkRecord): Instant =>
  Math.min(Number(record.fields.value), momentOf(record) + pinnedFor);

/**
 * Which posts are pinned at a moment of the host's time, the last one first. What a steward said last of a post
 * holds; of more than three the last three.
 */
function pinsIn(
  records: readonly MarkRecord[],
  now: Instant,
  isStewardAct: (record: Stamp) => boolean,
): readonly Pin[] {
  return livePins(records, now, isStewardAct).slice(0, mostPins);
}

function livePins(
  records: readonly MarkRecord[],
  now: Instant,
  isStewardAct: (record: Stamp) => boolean,
): readonly Pin[] {
  const last = new Map<string, MarkRecord>();
  for (const record of records.filter(isPin).sort(inOrder)) {
    if (isStewardAct(record)) last.set(record.fields.post, record);
  }
  return [...last.values()]
    .sort((one, other) => inOrder(other, one))
    .map((record) => ({
      post: record.fields.post,
      by: record.author,
      until: untilOf(record),
    }))
    .filter(({ until }) => until > now);
}

/** The beginning of a post, in one line and no half character; a page shortens it to its width. */
const lineOf = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .slice(0, lineLength)
    .replace(/\p{Surrogate}$/u, '');

/**
 * The posts that may be pinned, so that what was decided about them is asked with everything else. Not those that
 * are there already, and no more than one question takes together with these.
 */
export const postsOf = (
  { records }: Rows<MarkRecord['fields']>,
  there: readonly PostRecord[],
): readonly Named[] => {
  const others = new Set(records.filter(isPin).map(({ fields }) => fields.post));
  for (const { id } of there) others.delete(id);
  return [...others].slice(0, maxIn - there.length).map((id) => ({ id, author: '' }));
};

/** Whether a post is hidden. What was decided about posts that were not among the first ones is asked for now. */
async function hiddenIn(
  host: Host,
  group: string,
  decided: Rows<ActRecord['fields']>,
  decisions: Decisions | undefined,
  pins: readonly Pin[],
  known: readonly Named[],
): Promise<(post: PostRecord) => boolean> {
  const missing = pins.filter(({ post }) => !known.some(({ id }) => id === post));
  if (!decisions || missing.length === 0)
    return (post) => decisions?.isHidden('post', post) === true;
  const { readDecisions } = await loadDecisions();
  const ids = missing.map(({ post }) => ({ id: post, author: '' }));
  const further = await readDecisions(host, group, ids, decided);
  return (post) => [decisions, further].some((each) => each.isHidden('post', post));
}

export interface Pinned {
  /** The newest pins where stewards write them. */
  readonly found: Rows<MarkRecord['fields']>;
  /** The answer to `newestActs`. */
  readonly decided: Rows<ActRecord['fields']>;
  /** What stewards decided about some posts; undefined where they decided nothing. */
  readonly decisionsRead: Promise<Decisions> | undefined;
  /** These posts. */
  readonly known: readonly Named[];
  /** Whom the reader would rather not see. */
  readonly blocked: ReadonlySet<PersonId>;
}

/** The pinned posts of a group, without those that are gone or hidden or by whom the reader would rather not see. */
export async function readPins(
  host: Host,
  group: string,
  { found, decided, decisionsRead, known, blocked }: Pinned,
): Promise<readonly PinView[]> {
  const { store, clock, directory } = host;
  const now = await clock.server();
  const asked = new Map<string, PostRecord>();
  const read = async (pins: readonly Pin[]): Promise<void> => {
    const ids = pins.map(({ post }) => post).filter((post) => !asked.has(post));
    if (ids.length === 0) return;
    const [{ records }] = await store.read([byIds(posts, groupContainer(group), ids)]);
    for (const record of records) asked.set(record.id, record);
  };
  // Asked for before it is known whose word counts, so that a host can answer it all in one round trip.
  const [{ ever, isStewardAct }, decisions] = await Promise.all([
    readTerms(host, group, decided),
    decisionsRead,
    read(livePins(found.records, now, () => true).slice(0, maxIn)),
  ]);
  const pins = pinsIn(await ofStewards(store, group, 'pin', found, ever), now, isStewardAct);
  await read(pins);
  const isHidden = await hiddenIn(host, group, decided, decisions, pins, known);
  const shown = pins.flatMap(({ post, by, until }) => {
    const record = asked.get(post);
    const isShown = record && isPost(record) && !record.fields.deleted;
    if (!isShown || blocked.has(record.author) || isHidden(record)) return [];
    return [{ record, by, until }];
  });
  const person = await peopleFinder(directory, [
    ...peopleIn(shown.map(({ record }) => record)),
    ...shown.map(({ by }) => by),
  ]);
  return shown.map(({ record: { id, author, fields }, by, until }) => ({
    post: id,
    author: person(author),
    text: lineOf(plainText({ text: fields.text, ...mentionsIn(fields.text, person) })),
    by: person(by),
    until,
  }));
}
