/** Reading articles: pages of heads, and one article with everything beside it in two round trips. */
import { admitPage } from '../kernel/admit.ts';
import { groupContainer, personContainer } from '../kernel/container.ts';
import { Forbidden, isKantineError, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds, byKeys, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { peopleFinder } from '../people/person.ts';
import { preferences } from '../preferences/preference.ts';
import { newestActs } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import type { Decision, Decisions } from '../stewards/decisions.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import {
  conversationKey,
  headOf,
  isBodyShown,
  isShown,
  minutesOf,
  partOf,
  versionOf,
  withoutDoubles,
} from './article.ts';
import type { ArticleHead, Reading } from './article.ts';
import { articles, bodies } from './collections.ts';
import type { ArticleRecord } from './collections.ts';
import { subscriptionKey } from './subscribing.ts';

const pageSize = 20;
/** Of each group, where several are shown together. */
const eachGroup = 5;
const mostParts = 60;

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

/** One article as its readers see it. */
export interface ArticleView extends ArticleHead {
  /** In the Markdown subset of the guide, with headings; empty where stewards hid it. */
  readonly text: string;
  readonly version: string;
  /** The post on the group's wall whose conversation is the article's; absent until it was opened. */
  readonly post?: string;
  /** The parts of its series in their order, itself among them; absent where it is in none. */
  readonly parts?: readonly ArticleHead[];
  readonly followsWriter: boolean;
  readonly followsSeries: boolean;
  /** Stewards hid it: others than its author and stewards are given no text. */
  readonly hidden?: Decision;
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

function pageQuery({ group, writer, series, cursor }: Asked, now: Instant) {
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

/** @throws NotFound in the same words whether there is no such article, it waits, or the reader may not know of it. */
export async function readArticle(
  host: Host,
  asked: { readonly group: string; readonly id: string },
): Promise<ArticleView> {
  try {
    return await readOne(host, asked);
  } catch (error) {
    throw isKantineError(error, 'Forbidden') ? new NotFound('article') : error;
  }
}

async function readOne(
  host: Host,
  { group, id }: { readonly group: string; readonly id: string },
): Promise<ArticleView> {
  const { store, directory } = host;
  const container = groupContainer(group);
  const reading = await readingOf(host);
  const { me, now } = reading;
  const [{ records }, acts] = await store.read([
    byIds(articles, container, [id]),
    newestActs(container),
  ]);
  const article = records.find(isShown(reading));
  if (!article) throw new NotFound('article');
  const {
    author,
    key,
    fields: { series },
  } = article;
  const ofWriter = subscriptionKey({ writer: author });
  const ofOwnSeries = subscriptionKey({ writer: author, series });
  const partsQuery = pageQuery({ group, writer: author, series }, now);
  const [body, talk, own, ofSeries] = await store.read([
    byKeys(bodies, container, author, [key]),
    byKeys(posts, container, author, [conversationKey(key)]),
    byKeys(preferences, personContainer(me), me, [ofWriter, ofOwnSeries]),
    ...(series === '' ? [] : [{ ...partsQuery, limit: mostParts }]),
  ]);
  const [text] = body.records.filter(isBodyShown(reading));
  if (!text) throw new NotFound('article');
  const [post] = talk.records;
  const decisions =
    post && acts.records.length > 0 ? await decisionsOn(host, group, post, acts) : undefined;
  const all = withoutDoubles((ofSeries?.records ?? []).filter(isShown(reading)));
  const person = await peopleFinder(directory, [author, ...(decisions?.people ?? [])]);
  const hidden = post && decisions?.decide('post', post, person).hidden;
  const isOpen = !post || !decisions || decisions.isShown('post', post);
  if (!isOpen && !hidden) throw new NotFound('article');
  const follows = (name: string): boolean => own.records.some((row) => row.key === name);
  return {
    ...headOf(group, article, reading, person),
    ...(isOpen ? {} : { title: '', lead: '' }),
    minutes: minutesOf(text.fields.text),
    text: isOpen ? text.fields.text : '',
    version: versionOf(article, text),
    ...(post && !post.fields.deleted ? { post: post.id } : {}),
    ...(series === '' ? {} : { parts: all.map((each) => headOf(group, each, reading, person)) }),
    followsWriter: follows(ofWriter),
    followsSeries: series !== '' && follows(ofOwnSeries),
    ...(hidden ? { hidden } : {}),
  };
}

const decisionsOn = async (
  host: Host,
  group: string,
  post: PostRecord,
  acts: Rows<ActRecord['fields']>,
): Promise<Decisions> => {
  const { readDecisions } = await import(
    /* webpackChunkName: 'wall-acts' */ '../stewards/read-decisions.ts'
  );
  return readDecisions(host, group, [post], acts);
};
