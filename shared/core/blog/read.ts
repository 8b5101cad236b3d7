/** Reading pages of heads: of a group, a writer, a series, or of several groups together. */
import { admitPage } from '../kernel/admit.ts';
import { groupContainer } from '../kernel/container.ts';
import { inParts } from '../kernel/in-parts.ts';
import { Forbidden } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys, isAny, maxIn, maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { peopleFinder } from '../people/person.ts';
import { newestActs } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import { headOf, isShown, partOf, withoutDoubles } from './article.ts';
import type { ArticleHead, Reading } from './article.ts';
import { articles } from './collections.ts';
import type { ArticleRecord } from './collections.ts';
import { conversationKey, decidable, isOpenTo } from './conversation.ts';

const pageSize = 20;
/** Of each group, where several are shown together. */
const eachGroup = 5;

export interface ArticlePage {
  /** The reader's id. */
  readonly me: PersonId;
  /** Whether the host keeps back what waits to appear; elsewhere somebody who reads rows by hand finds it. */
  readonly holdsBack: boolean;
  /** The latest first; the parts of a series in their order. */
  readonly articles: readonly ArticleHead[];
  readonly canWrite: boolean;
  readonly cursor?: string;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

export async function readingOf({ identity, clock }: Host): Promise<Reading> {
  const [me, now] = await Promise.all([identity.me(), clock.server()]);
  return { me, now };
}

/** What is ahead takes no place: neither what is held, nor what was stamped ahead to stand on top. */
const until = (now: Instant) => ({ range: { to: now } });

interface Asked {
  readonly group: string;
  readonly writer?: PersonId | undefined;
  /** Of this writer. */
  readonly series?: string | undefined;
  readonly cursor?: string | undefined;
}

export function pageQuery({ group, writer, series, cursor }: Asked, now: Instant) {
  const page = {
    container: groupContainer(group),
    limit: pageSize,
    ...until(now),
    ...(cursor === undefined ? {} : { cursor }),
  };
  if (writer === undefined)
    return rows(articles, { ...page, index: 'recent', order: 'descending' });
  if (series === undefined || series === '') {
    return rows(articles, { ...page, index: 'byWriter', eq: writer, order: 'descending' });
  }
  const part = partOf(writer, series);
  return rows(articles, {
    ...page,
    index: 'bySeries',
    eq: part,
    author: writer,
    order: 'ascending',
  });
}

/** @throws Forbidden where the reader may not read the group. */
export async function readArticles(host: Host, asked: Asked): Promise<ArticlePage> {
  const { store, containers, directory } = host;
  const container = groupContainer(asked.group);
  const reading = await readingOf(host);
  const query = pageQuery(asked, reading.now);
  const [rights, [first, acts]] = await Promise.all([
    containers.rights([container]),
    store.read([query, newestActs(container)]),
  ]);
  const right = rights.get(container) ?? 'none';
  if (right === 'none') throw new Forbidden(`group ${asked.group}`);
  const page = await admitPage(store, query, first, isShown(reading));
  const found = await withoutHidden(host, asked.group, withoutDoubles(page.records), acts);
  const person = await peopleFinder(directory, authorsOf(found));
  return {
    me: reading.me,
    holdsBack: host.supports.holdsBack,
    articles: found.map((record) => headOf(asked.group, record, reading, person)),
    canWrite: right === 'write',
    dropped: page.dropped,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}

const authorsOf = (records: readonly ArticleRecord[]): readonly PersonId[] =>
  records.map(({ author }) => author);

const conversationsOf = (group: string, records: readonly ArticleRecord[]) =>
  [...new Set(authorsOf(records))].map((author) =>
    byKeys(
      posts,
      groupContainer(group),
      author,
      records.filter((each) => each.author === author).map(({ key }) => conversationKey(key)),
    ),
  );

/** Asks nothing more where nobody decided anything in the group. */
async function withoutHidden(
  host: Host,
  group: string,
  records: readonly ArticleRecord[],
  acts: Rows<ActRecord['fields']>,
): Promise<readonly ArticleRecord[]> {
  if (!isAny(acts) || records.length === 0) return records;
  const [answers, { readDecisions }] = await Promise.all([
    host.store.read(conversationsOf(group, records)),
    import(/* webpackChunkName: 'wall-acts' */ '../stewards/read-decisions.ts'),
  ]);
  const found = answers.flatMap((answer): readonly PostRecord[] => answer.records);
  const postOf = ({ author, key }: ArticleRecord): PostRecord | undefined =>
    found.find((post) => post.author === author && post.key === conversationKey(key));
  const kept = await Promise.all(
    // One question asks about articles and about their posts.
    inParts(records, maxIn / 2).map(async (part) => {
      const about = part.flatMap((article) => decidable(article, postOf(article)));
      const decisions = await readDecisions(host, group, about, acts);
      return part.filter((article) => isOpenTo(decisions, article, postOf(article)));
    }),
  );
  return kept.flat();
}

/** The latest of several groups together; groups that the reader may not read, or no more, are left out. */
export async function readNewest(host: Host, wanted: readonly string[]): Promise<ArticlePage> {
  const rights = await host.containers.rights(wanted.map(groupContainer));
  const rightIn = (group: string) => rights.get(groupContainer(group)) ?? 'none';
  const groups = [...new Set(wanted)].filter((group) => rightIn(group) !== 'none');
  const canWrite = groups.some((group) => rightIn(group) === 'write');
  const reading = await readingOf(host);
  const of = { me: reading.me, holdsBack: host.supports.holdsBack };
  if (groups.length === 0) return { ...of, articles: [], canWrite, dropped: 0 };
  const queries = groups.map((group) => ({
    ...pageQuery({ group }, reading.now),
    limit: eachGroup,
  }));
  const answers = await host.store.read([
    ...queries,
    ...groups.map((group) => newestActs(groupContainer(group))),
  ]);
  const firsts = answers.slice(0, groups.length) as readonly Rows<ArticleRecord['fields']>[];
  const decided = answers.slice(groups.length) as readonly Rows<ActRecord['fields']>[];
  const pages = await Promise.all(
    queries.map((query, at) =>
      admitPage(host.store, query, firsts[at] ?? { records: [] }, isShown(reading), maxLimit),
    ),
  );
  const found = await Promise.all(
    groups.map(async (group, at) => {
      const kept = withoutDoubles(pages[at]?.records ?? []).slice(0, eachGroup);
      const acts = decided[at] ?? { records: [] };
      return (await withoutHidden(host, group, kept, acts)).map((record) => ({ group, record }));
    }),
  );
  const dropped = pages.reduce((sum, page) => sum + page.dropped, 0);
  const latest = found
    .flat()
    .toSorted((one, other) => other.record.fields.at - one.record.fields.at)
    .slice(0, pageSize);
  const person = await peopleFinder(host.directory, authorsOf(latest.map(({ record }) => record)));
  return {
    ...of,
    articles: latest.map(({ group, record }) => headOf(group, record, reading, person)),
    canWrite,
    dropped,
  };
}
