/** Reading pages of heads: of a group, a writer, a series, or of several groups together. */
import { admitPage } from '../kernel/admit.ts';
import { groupContainer } from '../kernel/container.ts';
import { Forbidden } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { peopleFinder } from '../people/person.ts';
import { newestActs } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import { conversationKey, headOf, isShown, partOf, withoutDoubles } from './article.ts';
import type { ArticleHead, Reading } from './article.ts';
import { articles } from './collections.ts';
import type { ArticleRecord } from './collections.ts';

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
  if (acts.records.length === 0 || records.length === 0) return records;
  const answers = await host.store.read(conversationsOf(group, records));
  const found = answers.flatMap((answer): readonly PostRecord[] => answer.records);
  if (found.length === 0) return records;
  const { readDecisions } = await import(
    /* webpackChunkName: 'wall-acts' */ '../stewards/read-decisions.ts'
  );
  const decisions = await readDecisions(host, group, found, acts);
  const hidden = found.filter((post) => !decisions.isShown('post', post));
  return records.filter(
    ({ author, key }) =>
      !hidden.some((post) => post.author === author && post.key === conversationKey(key)),
  );
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
  const answers = await host.store.read(
    groups.flatMap((group) => [
      { ...pageQuery({ group }, reading.now), limit: eachGroup },
      newestActs(groupContainer(group)),
    ]),
  );
  let dropped = 0;
  const found = await Promise.all(
    groups.map(async (group, at) => {
      const { records } = answers[2 * at] as Rows<ArticleRecord['fields']>;
      const acts = answers[2 * at + 1] as Rows<ActRecord['fields']>;
      const kept = withoutDoubles(records.filter(isShown(reading)));
      dropped += records.length - kept.length;
      return (await withoutHidden(host, group, kept, acts)).map((record) => ({ group, record }));
    }),
  );
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
