/** Reading the ideas of a group: a page of its board, and one of them. */
import { groupById } from '../groups/memberships.ts';
import { nameAmong } from '../groups/name.ts';
import { admitPage } from '../kernel/admit.ts';
import { groupContainer } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { byIds, count } from '../kernel/query.ts';
import type { Counts, Rows, RowsQuery } from '../kernel/query.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { ownPreferences, preferencesIn } from '../preferences/preference.ts';
import { newestActs } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import type { Stewards } from '../stewards/stewards.ts';
import { isComment, peopleIn } from '../wall/about-posts.ts';
import { loadDecisions } from '../wall/asked.ts';
import { comments, posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { postView } from '../wall/view.ts';
import type { ViewContext } from '../wall/view.ts';
import type { FateRecord } from './collection.ts';
import { inBoardOrder } from './board.ts';
import { fateOf, isWaiting, waitedDays } from './fate.ts';
import { isIdea, isIdeaRow, newestIdeas } from './idea.ts';
import { chunks, readFates } from './read-fates.ts';
import { aboutTried, triedOf } from './tried.ts';
import { fateView, ofPost, peopleOf } from './view.ts';
import type { IdeaBoard, IdeaView } from './view.ts';

/** So many ideas a page of the board has at most. */
const boardSize = 40;

/** What is asked first: the ideas, what was decided about messages, and whom the reader would rather not see. */
async function readFirst(host: Host, group: string, query: RowsQuery<typeof posts.fields>) {
  const { store, identity, containers, clock } = host;
  const container = groupContainer(group);
  const me = await identity.me();
  const reading = store.read([query, newestActs(container), ownPreferences(me), groupById(group)]);
  // Whether the reader may see anything is looked at first: then a read that was refused for that is no news.
  reading.catch(() => undefined);
  const [rights, now] = await Promise.all([containers.rights([container]), clock.server()]);
  const right = rights.get(container) ?? 'none';
  if (right === 'none') {
    const { refuse } = await import(
      /* webpackChunkName: 'closed-groups' */ '../wall/closed-wall.ts'
    );
    await refuse(host, group);
  }
  const [first, decided, own, named] = await reading;
  const rows = await admitPage(host.store, query, first, isIdeaRow, undefined, isIdea);
  const page = { ...rows, records: rows.records.filter(isIdea) };
  const name = nameAmong(named.records, group);
  return {
    me,
    now,
    name,
    decided,
    page,
    canWrite: right === 'write',
    ...preferencesIn(own.records),
  };
}

interface About {
  readonly found: readonly FateRecord[];
  readonly tried: Counts;
  readonly marks: readonly MarkRecord[];
  readonly own: readonly MarkRecord[];
  readonly commentCounts: Counts;
}

/** Numbers of several questions as one. */
const joined = (counts: readonly Counts[]): Counts => new Map(counts.flatMap((each) => [...each]));

async function readAbout(
  host: Host,
  group: string,
  ideas: readonly PostRecord[],
  me: PersonId,
  stewards: Promise<Stewards>,
): Promise<About> {
  const container: ContainerId = groupContainer(group);
  const parts = chunks(ideas.map(({ id }) => id));
  const ask = (ids: readonly string[]) =>
    host.store.read([
      ...aboutTried(container, ids, me),
      count(comments, {
        container,
        index: 'byPost',
        in: ids,
        by: 'post',
        distinctAuthors: false,
        admit: isComment,
      }),
    ]);
  const [found, ...answers] = await Promise.all([
    readFates(host, group, ideas, stewards),
    ...parts.map(ask),
  ]);
  return {
    found,
    tried: joined(answers.map(([tried]) => tried)),
    marks: answers.flatMap(([, { records }]) => records),
    own: answers.flatMap(([, , { records }]) => records),
    commentCounts: joined(answers.map(([, , , number]) => number)),
  };
}

interface Described {
  readonly ideas: readonly IdeaView[];
  readonly keeper: PersonSummary | undefined;
  readonly isArchived: boolean;
  readonly reader: PersonSummary;
}

interface Deciding {
  readonly me: PersonId;
  readonly now: Instant;
  readonly decided: Rows<ActRecord['fields']>;
  readonly canWrite: boolean;
  readonly blocked: ReadonlySet<PersonId>;
}

async function describe(
  host: Host,
  group: string,
  records: readonly PostRecord[],
  { me, now, decided, canWrite, blocked }: Deciding,
): Promise<Described> {
  const deciding = decided.records[0] && (await loadDecisions());
  const asked = stewardsOf(host, group);
  const [stewards, about, decisions] = await Promise.all([
    asked,
    readAbout(host, group, records, me, asked),
    deciding?.readDecisions(host, group, records, decided, true),
  ]);
  const { isStewardAct, areMe, people } = stewards;
  const ideas = records
    .filter((record) => decisions?.keeps(record) !== false)
    .map((record) => {
      const fate = fateOf(record, about.found, { group, now, isStewardAct });
      const tried = triedOf(record, about.tried, about.marks, about.own);
      const waits = isWaiting(fate, now) ? { waits: waitedDays(fate, now) } : {};
      return { record, id: record.id, fate, tried, ...waits };
    });
  const keeper = people.find((steward) => steward !== me);
  const person = await peopleFinder(host.directory, [
    me,
    ...peopleIn(records),
    ...ideas.flatMap(({ fate, tried }) => [...peopleOf(fate), ...tried.people]),
    ...(decisions?.people ?? []),
    ...(keeper === undefined ? [] : [keeper]),
  ]);
  const isOpen = canWrite && !decisions?.isArchived;
  const context: ViewContext = {
    me,
    person,
    counts: new Map(),
    mine: new Map(),
    blocked,
    decisions,
  };
  const views = inBoardOrder(ideas).map(({ record, fate, tried, waits }): IdeaView => {
    const count = { commentCount: about.commentCounts.get(record.id) ?? 0 };
    return {
      ...ofPost(postView(record, [], count, context)),
      unsure: record.fields.unsure,
      fate: fateView(fate, person),
      tried: tried.tried,
      triedBy: tried.people.map(person),
      triedByMe: tried.isMine,
      ...(waits === undefined ? {} : { waits }),
      mayDecide: isOpen && areMe && record.author !== me && fate.state !== 'withdrawn',
    };
  });
  return {
    ideas: views,
    keeper: keeper === undefined ? undefined : person(keeper),
    isArchived: decisions?.isArchived === true,
    reader: person(me),
  };
}

/**
 * Two round trips, whatever lies there; another one where more was written about ideas than an answer holds.
 * @throws NotFound, Forbidden as a wall does
 */
export async function readBoard(host: Host, group: string, cursor?: string): Promise<IdeaBoard> {
  const first = await readFirst(host, group, newestIdeas(group, boardSize, cursor));
  const { page, canWrite } = first;
  const { ideas, keeper, isArchived, reader } = await describe(host, group, page.records, first);
  return {
    me: reader,
    now: first.now,
    name: first.name,
    canWrite: canWrite && !isArchived,
    ideas,
    ...(keeper ? { keeper } : {}),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    dropped: page.dropped,
  };
}

/** @throws NotFound where there is no such idea, or the reader may not know of it */
export async function readIdea(host: Host, group: string, post: string): Promise<IdeaView> {
  const query = byIds(posts, groupContainer(group), [post]);
  const first = await readFirst(host, group, query);
  const { ideas } = await describe(host, group, first.page.records, first);
  const [idea] = ideas;
  if (!idea) throw new NotFound(`idea ${post}`);
  return idea;
}
