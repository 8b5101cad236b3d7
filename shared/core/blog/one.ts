/** Reading one article with everything beside it, in two round trips. */
import { groupContainer, personContainer } from '../kernel/container.ts';
import { isKantineError, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds, byKeys, isAny } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import { peopleFinder } from '../people/person.ts';
import { preferences } from '../preferences/preference.ts';
import { newestActs } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import type { Decision, Decisions } from '../stewards/decisions.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import { headOf, isBodyShown, isShown, minutesOf, versionOf, withoutDoubles } from './article.ts';
import type { ArticleHead } from './article.ts';
import { articles, bodies } from './collections.ts';
import { announcedBy, conversationKey, decidable, isOpenTo } from './conversation.ts';
import { pageQuery, readingOf } from './read.ts';
import { subscriptionKey } from './subscribing.ts';

const mostParts = 60;

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

/** The article that a post announces. @throws NotFound as `readArticle` does, and for a post that announces none */
export async function readAnnounced(
  host: Host,
  { group, post }: { readonly group: string; readonly post: string },
): Promise<ArticleView> {
  const container = groupContainer(group);
  try {
    const [{ records }] = await host.store.read([byIds(posts, container, [post])]);
    const [found] = records;
    const [id] = found ? await announcedBy(host.store, container, found) : [];
    if (id === undefined) throw new NotFound('article');
    return await readOne(host, { group, id });
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
  const decisions = isAny(acts)
    ? await decisionsOn(host, group, decidable(article, post), acts)
    : undefined;
  const all = withoutDoubles((ofSeries?.records ?? []).filter(isShown(reading)));
  const person = await peopleFinder(directory, [author, ...(decisions?.people ?? [])]);
  const hidden =
    decisions?.decide('article', article, person).hidden ??
    (post && decisions?.decide('post', post, person).hidden);
  const isOpen = !decisions || isOpenTo(decisions, article, post);
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
  about: readonly Pick<PostRecord, 'id' | 'author'>[],
  acts: Rows<ActRecord['fields']>,
): Promise<Decisions> => {
  const { readDecisions } = await import(
    /* webpackChunkName: 'wall-acts' */ '../stewards/read-decisions.ts'
  );
  return readDecisions(host, group, about, acts);
};
