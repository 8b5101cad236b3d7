/** Publishing, changing and taking back articles. Every command is safe to repeat after an answer was lost. */
import { removeIfThere } from '../kernel/admit.ts';
import { acceptText } from '../kernel/accept-text.ts';
import { groupContainer } from '../kernel/container.ts';
import { Conflict, Forbidden, Invalid, isKantineError, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds, byKeys } from '../kernel/query.ts';
import type { Instant } from '../kernel/record.ts';
import { peopleFinder } from '../people/person.ts';
import { removeMessage } from '../wall/edit.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import { writePost } from '../wall/write.ts';
import { headOf, isArticle, longestWait, versionOf } from './article.ts';
import type { ArticleHead, Reading } from './article.ts';
import { articleLimits, articles, bodies } from './collections.ts';
import type { ArticleRecord } from './collections.ts';
import { conversationKey } from './conversation.ts';
import { discardDraft, fieldsOf, saysSame } from './draft.ts';
import type { Written } from './draft.ts';
import { readingOf } from './read.ts';

/** A host may tell its time in whole seconds: what appears at once must be there for who looks at once. */
const promptly = 2_000;

interface Place {
  readonly group: string;
  readonly id: string;
}

/** @throws Invalid `empty`, `too-long`, and `malformed` for a moment that is too far ahead. */
function accepted(written: Written, { me, now }: Reading, at: Instant | undefined) {
  const title = acceptText('title', written.title, articleLimits.title);
  const text = acceptText('text', written.text, articleLimits.text);
  // A minute less than others believe: the write takes its time.
  if (at !== undefined && at > now + longestWait - 60_000) {
    throw new Invalid({ field: 'at', reason: 'malformed' }, 'That is more than 90 days ahead.');
  }
  return fieldsOf(
    { ...written, title, text },
    me,
    at !== undefined && at > now ? at : now - promptly,
  );
}

/** The words of an article on the wall of its group: its title and its lead, in any language. */
const announced = ({ title, lead }: ArticleRecord['fields']): string =>
  lead === '' ? `**${title}**` : `**${title}**\n\n${lead}`;

/** Opens the conversation of an article that is there for others, or brings its words up to date. */
async function converse(host: Host, group: string, article: ArticleRecord): Promise<void> {
  const key = conversationKey(article.key);
  const post = await conversation(host, group, article);
  if (post?.fields.deleted || post?.fields.text === announced(article.fields)) return;
  await writePost(host, { group, key, text: announced(article.fields) });
}

async function conversation(
  { store }: Host,
  group: string,
  { author, key }: ArticleRecord,
): Promise<PostRecord | undefined> {
  const query = byKeys(posts, groupContainer(group), author, [conversationKey(key)]);
  const [{ records }] = await store.read([query]);
  return records[0];
}

async function own(host: Host, { group, id }: Place): Promise<ArticleRecord> {
  const [{ records }] = await host.store.read([byIds(articles, groupContainer(group), [id])]);
  const [article] = records;
  if (!article || !isArticle(article)) throw new NotFound('article');
  if (article.author !== (await host.identity.me()))
    throw new Forbidden('the article of a colleague');
  return article;
}

async function shown(host: Host, group: string, article: ArticleRecord): Promise<ArticleHead> {
  const reading = await readingOf(host);
  const person = await peopleFinder(host.directory, [article.author]);
  return headOf(group, article, reading, person);
}

export interface Publishing extends Written {
  readonly group: string;
  readonly key: string;
  readonly at?: Instant | undefined;
}

/** Puts an article into a group, at once or at a time, and takes the draft away once it is there. */
export async function publish(
  host: Host,
  { group, key, at, ...written }: Publishing,
): Promise<ArticleHead> {
  const { store } = host;
  const container = groupContainer(group);
  const reading = await readingOf(host);
  const fields = accepted(written, reading, at);
  // The text first: nobody finds an article that has none yet.
  const body = await store.insert(bodies, container, key, fields.body);
  const head = await store.insert(articles, container, key, fields.head);
  let article = head.record;
  if (!head.inserted) {
    // It was there: a repeat, perhaps with words that were changed meanwhile. When it appears stays, unless it waits still.
    const isWaiting = article.fields.at > reading.now;
    const kept = isWaiting && at !== undefined ? fields.head.at : article.fields.at;
    const again = { head: { ...fields.head, at: kept }, body: { ...fields.body, at: kept } };
    if (!saysSame(article, body.record, again)) {
      await store.update(bodies, body.record, again.body);
      article = await store.update(articles, article, again.head);
    }
  }
  if (article.fields.at <= reading.now) await converse(host, group, article);
  await discardDraft(host, key);
  return shown(host, group, article);
}

export interface Changing extends Written, Place {
  readonly version: string;
  /** When it appears, while nobody else has it yet; in the past is now. Absent keeps that. */
  readonly at?: Instant | undefined;
}

/** @throws Conflict where it was changed elsewhere meanwhile, Forbidden, NotFound */
export async function change(
  host: Host,
  { group, id, version, at, ...written }: Changing,
): Promise<ArticleHead> {
  const { store } = host;
  const reading = await readingOf(host);
  const before = await own(host, { group, id });
  const query = byKeys(bodies, groupContainer(group), before.author, [before.key]);
  const [{ records }] = await store.read([query]);
  const [body] = records;
  if (!body) throw new NotFound('article');
  const isWaiting = before.fields.at > reading.now;
  const asked = accepted(written, reading, isWaiting ? at : undefined);
  const when = isWaiting && at !== undefined ? asked.head.at : before.fields.at;
  if (when > before.created + longestWait) {
    throw new Invalid({ field: 'at', reason: 'malformed' }, 'That is more than 90 days ahead.');
  }
  const fields = { head: { ...asked.head, at: when }, body: { ...asked.body, at: when } };
  let article = before;
  if (!saysSame(before, body, fields)) {
    if (versionOf(before, body) !== version) throw new Conflict('article');
    await store.update(bodies, body, fields.body);
    article = await store.update(articles, before, fields.head);
  }
  if (when <= reading.now) await converse(host, group, article);
  return shown(host, group, article);
}

/** Opens the conversation of the reader's own article that appeared while they were away. */
export async function openConversation(host: Host, place: Place): Promise<void> {
  const article = await own(host, place);
  if (article.fields.at <= (await host.clock.server())) await converse(host, place.group, article);
}

/** Takes an article away, with its text; its words go off the wall, and colleagues' answers stay there. */
export async function removeArticle(host: Host, place: Place): Promise<void> {
  const article = await own(host, place).catch((error: unknown) => {
    if (isKantineError(error, 'NotFound')) return undefined;
    throw error;
  });
  // Gone already: a repeat after a lost answer.
  if (!article) return;
  const { group } = place;
  const post = await conversation(host, group, article);
  if (post) {
    const { id, version } = post;
    await removeMessage(host, { group, kind: 'post', id, version, reason: '' });
  }
  const query = byKeys(bodies, groupContainer(group), article.author, [article.key]);
  const [{ records }] = await host.store.read([query]);
  for (const body of records) await removeIfThere(host.store, bodies, body);
  await removeIfThere(host.store, articles, article);
}
