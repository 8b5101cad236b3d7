/** Reading what happened in a group in a month: everything that readers see, and no row that breaks a rule. */
import { groupContainer } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import { isAny, maxLimit, rows } from '../kernel/query.ts';
import type { Rows, RowsQuery } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { chunks, readFates } from '../ideas/read-fates.ts';
import { fateOf } from '../ideas/fate.ts';
import { lookUp } from '../people/person.ts';
import { newestActs } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import { isPost } from '../wall/about-posts.ts';
import { isSeen, loadDecisions } from '../wall/asked.ts';
import { comments, posts } from '../wall/message.ts';
import type { CommentRecord, PostRecord } from '../wall/message.ts';
import type { CountedMetric } from './limits.ts';
import type { Activity, Counted, Written } from './measure.ts';
import { monthStart } from './months.ts';
import type { Month } from './months.ts';

/** Posts of so many pages are counted; a group that writes more is told that it is too much to count. */
const mostPages = 10;
/** Of a post that somebody floods with comments so many pages are read. */
const mostCommentPages = 5;
/** Comments on posts that are older than so many months count for no month. */
const monthsOfComments = 3;

/** Thrown where a month holds more than is counted. */
export class TooMuch extends Error {}

const kinds: Partial<Record<CountedMetric, string>> = {
  answeredShare: 'question',
  ideasDecided: 'idea',
};

/** All pages of a query. @throws TooMuch */
async function readAll(
  store: Store,
  query: RowsQuery<typeof posts.fields>,
): Promise<readonly PostRecord[]> {
  const found: PostRecord[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const next = cursor === undefined ? query : { ...query, cursor };
    const [answer]: readonly [Rows<PostRecord['fields']>] = await store.read([next]);
    found.push(...answer.records);
    ({ cursor } = answer);
    if (cursor === undefined && !answer.incomplete) return found;
    if (cursor === undefined) break;
  }
  throw new TooMuch();
}

function postsOf(group: string, metric: CountedMetric, month: Month) {
  const first = metric === 'contributors' ? month - (monthsOfComments - 1) : month;
  const kind = kinds[metric];
  return rows(posts, {
    container: groupContainer(group),
    ...(kind === undefined ? { index: 'recent' } : { index: 'byKind', eq: kind }),
    range: { from: monthStart(first), to: monthStart(month + 1) - 1 },
    order: 'ascending',
    limit: maxLimit,
  });
}

const commentsOf = (group: string) =>
  ({
    container: groupContainer(group),
    index: 'byPost',
    order: 'ascending',
    limit: maxLimit,
  }) as const;

/** All comments on some posts; of those with more than a hundred the first five hundred. */
async function readComments(
  store: Store,
  group: string,
  ids: readonly string[],
): Promise<readonly CommentRecord[]> {
  const [{ records }] = await store.read([rows(comments, { ...commentsOf(group), in: ids })]);
  const isFull = (id: string) =>
    records.filter(({ fields }) => fields.post === id).length >= maxLimit;
  const rest = await Promise.all(
    ids.filter(isFull).map(async (eq): Promise<readonly CommentRecord[]> => {
      const found: CommentRecord[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostCommentPages; page += 1) {
        const query = rows(comments, {
          ...commentsOf(group),
          eq,
          ...(cursor === undefined ? {} : { cursor }),
        });
        const [answer]: readonly [Rows<CommentRecord['fields']>] = await store.read([query]);
        found.push(...answer.records);
        ({ cursor } = answer);
        if (cursor === undefined) break;
      }
      return found;
    }),
  );
  return [...records.filter(({ fields }) => !isFull(fields.post)), ...rest.flat()];
}

/** Some posts that readers see, with the comments that they see. */
async function readChunk(
  host: Host,
  group: string,
  records: readonly PostRecord[],
  decided: Rows<ActRecord['fields']>,
): Promise<readonly { readonly record: PostRecord; readonly replies: readonly Written[] }[]> {
  const deciding = isAny(decided) ? await loadDecisions() : undefined;
  const [found, decisions] = await Promise.all([
    readComments(
      host.store,
      group,
      records.map(({ id }) => id),
    ),
    deciding?.readDecisions(host, group, records, decided),
  ]);
  return records
    .filter((record) => !decisions?.isHidden('post', record) && !decisions?.lateFor(record))
    .map((record) => ({
      record,
      replies: found
        .filter((comment) => comment.fields.post === record.id && isSeen(comment, decisions))
        .map(({ author, created }) => ({ author, created })),
    }));
}

/** The first row that each of some people ever wrote in a group: who deleted it is no newcomer again. */
async function firstRowsOf(
  store: Store,
  group: string,
  authors: readonly PersonId[],
): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(
    chunks(authors.map((id) => ({ id }))).map((chunk) =>
      store.read(
        chunk.map(({ id: author }) =>
          rows(posts, {
            container: groupContainer(group),
            index: 'recent',
            author,
            order: 'ascending',
            limit: 1,
          }),
        ),
      ),
    ),
  );
  return new Set(answers.flat().flatMap(({ records }) => records.map(({ id }) => id)));
}

/** When stewards first said what becomes of ideas, and which their authors took back before. */
async function decisionsOn(host: Host, group: string, ideas: readonly PostRecord[], now: number) {
  const asked = stewardsOf(host, group);
  const [rowsOf, { isStewardAct }] = await Promise.all([
    readFates(host, group, ideas, asked),
    asked,
  ]);
  return new Map(
    ideas.map((idea) => {
      const [first] = fateOf(idea, rowsOf, { group, now, isStewardAct }).steps;
      const isBack = first?.state === 'withdrawn';
      return [idea.id, { isBack, decided: isBack ? undefined : first?.at }] as const;
    }),
  );
}

/** @throws Forbidden to who may not read the group; TooMuch */
export async function readActivity(
  host: Host,
  group: string,
  {
    metric,
    month,
    now,
  }: { readonly metric: CountedMetric; readonly month: Month; readonly now: number },
): Promise<Activity> {
  const { store, directory } = host;
  const [all, [decided]] = await Promise.all([
    readAll(store, postsOf(group, metric, month)),
    store.read([newestActs(groupContainer(group))]),
  ]);
  const kind = kinds[metric];
  const seen = all.filter(
    (record) =>
      isPost(record) &&
      !record.fields.deleted &&
      (kind === undefined || record.fields.kind === kind),
  );
  const read = (
    await Promise.all(chunks(seen).map((chunk) => readChunk(host, group, chunk, decided)))
  ).flat();
  const authors = [...new Set(read.map(({ record }) => record.author))];
  const people = [
    ...new Set([...authors, ...read.flatMap(({ replies }) => replies.map(({ author }) => author))]),
  ];
  const [firsts, decisions, known] = await Promise.all([
    metric === 'newcomersGreeted' ? firstRowsOf(store, group, authors) : undefined,
    metric === 'ideasDecided'
      ? decisionsOn(
          host,
          group,
          read.map(({ record }) => record),
          now,
        )
      : undefined,
    lookUp(directory, people, 'names'),
  ]);
  return {
    posts: read.map(({ record, replies }): Counted => ({
      author: record.author,
      created: record.created,
      kind: record.fields.kind,
      replies,
      ...(firsts ? { isFirst: firsts.has(record.id) } : {}),
      ...decisions?.get(record.id),
    })),
    guests: new Set(known.filter(({ guest }) => guest).map(({ id }) => id)),
  };
}
