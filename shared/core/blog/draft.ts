/** Drafts of articles: rows in one's own container, so that they are on all of one's devices and nobody else's. */
import { removeIfThere } from '../kernel/admit.ts';
import { acceptOptionalText } from '../kernel/accept-text.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer, personContainer } from '../kernel/container.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys, rows } from '../kernel/query.ts';
import type { Instant } from '../kernel/record.ts';
import { peopleFinder } from '../people/person.ts';
import { headOf, isArticle, minutesOf, partOf, versionOf } from './article.ts';
import type { ArticleHead, Reading } from './article.ts';
import { articleLimits, articles, bodies } from './collections.ts';
import type { ArticleRecord, BodyRecord } from './collections.ts';
import { coverName, coverOf } from './cover.ts';
import type { Cover } from './cover.ts';
import { readingOf } from './read.ts';

/** What somebody writes: as a draft any of it may be empty. */
export interface Written {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  readonly cover: Cover;
  /** What its series is called; empty for none. */
  readonly series: string;
}

export interface Draft extends Written {
  readonly key: string;
  readonly version: string;
  readonly modified: Instant;
}

/** What a list of drafts shows. */
export interface DraftHead {
  readonly key: string;
  readonly title: string;
  readonly lead: string;
  readonly modified: Instant;
}

export interface OwnArticles {
  /** The one that was changed last first. */
  readonly drafts: readonly DraftHead[];
  /** In the groups that were asked about: what nobody else has yet, the next to appear first. */
  readonly waiting: readonly ArticleHead[];
}

/** Nobody looks through more. */
const mostDrafts = 60;

const optional = (name: 'title' | 'lead' | 'series' | 'text', typed: string): string => {
  const text = acceptOptionalText(name, typed, articleLimits[name]);
  return name === 'text' ? text : text.replaceAll(/\s+/g, ' ');
};

/** The fields of a head and of its text. @throws Invalid `too-long` */
export function fieldsOf(written: Written, writer: string, at: Instant) {
  const text = optional('text', written.text);
  const series = optional('series', written.series);
  const head = {
    title: optional('title', written.title),
    lead: optional('lead', written.lead),
    cover: coverName(written.cover),
    series,
    part: partOf(writer, series),
    writer,
    at,
    minutes: minutesOf(text),
  };
  return { head, body: { text, at } };
}

type Fields = ReturnType<typeof fieldsOf>;

/** Whether rows hold just this: what a repeat finds after a lost answer. */
export const saysSame = (head: ArticleRecord, body: BodyRecord, fields: Fields): boolean =>
  JSON.stringify([picked(head.fields), body.fields.text]) ===
  JSON.stringify([picked(fields.head), fields.body.text]);

const picked = ({ title, lead, cover, series, at }: Fields['head']): readonly unknown[] => [
  title,
  lead,
  cover,
  series,
  at,
];

interface Stored {
  readonly head: ArticleRecord | undefined;
  readonly body: BodyRecord | undefined;
}

async function stored({ store, identity }: Host, key: string): Promise<Stored> {
  const me = await identity.me();
  const own = personContainer(me);
  const [heads, texts] = await store.read([
    byKeys(articles, own, me, [key]),
    byKeys(bodies, own, me, [key]),
  ]);
  return {
    head: heads.records.find((record) => isWellFormed(articles, record)),
    body: texts.records.find((record) => isWellFormed(bodies, record)),
  };
}

function draftOf({ head, body }: Stored): Draft | undefined {
  if (!head || !body) return undefined;
  const { title, lead, cover, series } = head.fields;
  return {
    key: head.key,
    title,
    lead,
    cover: coverOf(cover),
    series,
    text: body.fields.text,
    version: versionOf(head, body),
    modified: Math.max(head.modified, body.modified),
  };
}

/** @throws NotFound */
export async function readDraft(host: Host, key: string): Promise<Draft> {
  const draft = draftOf(await stored(host, key));
  if (!draft) throw new NotFound('draft');
  return draft;
}

const waitingIn = (group: string, { me, now }: Reading) =>
  rows(articles, {
    container: groupContainer(group),
    index: 'byWriter',
    eq: me,
    author: me,
    range: { from: now + 1 },
    order: 'ascending',
    limit: mostDrafts,
  });

/** Groups that the reader may not read, or no more, are left out. */
export async function readOwn(host: Host, wanted: readonly string[]): Promise<OwnArticles> {
  const reading = await readingOf(host);
  const { me } = reading;
  const rights = await host.containers.rights(wanted.map(groupContainer));
  const groups = wanted.filter((group) => (rights.get(groupContainer(group)) ?? 'none') !== 'none');
  const own = { container: personContainer(me), index: 'recent', order: 'descending' } as const;
  const [{ records }, ...found] = await host.store.read([
    rows(articles, { ...own, limit: mostDrafts }),
    ...groups.map((group) => waitingIn(group, reading)),
  ]);
  const person = await peopleFinder(host.directory, [me]);
  return {
    drafts: records
      .filter((record) => isWellFormed(articles, record))
      .map(({ key, modified, fields: { title, lead } }) => ({ key, title, lead, modified }))
      .toSorted((one, other) => other.modified - one.modified),
    waiting: found
      .flatMap((answer, at) =>
        answer.records
          .filter(isArticle)
          .map((record) => headOf(groups[at] ?? '', record, reading, person)),
      )
      .toSorted((one, other) => one.at - other.at),
  };
}

/**
 * Keeps a draft as it is now.
 * @param version that of the draft which was changed; absent for one that is new.
 * @throws Conflict where it was changed elsewhere meanwhile; nothing is written then.
 */
export async function saveDraft(
  host: Host,
  key: string,
  written: Written,
  version: string | undefined,
): Promise<Pick<Draft, 'version' | 'modified'>> {
  const { store, identity } = host;
  const me = await identity.me();
  const own = personContainer(me);
  const fields = fieldsOf(written, me, 0);
  let { head, body } = await stored(host, key);
  const isChanged = head && body && !saysSame(head, body, fields);
  if (isChanged && head && body && versionOf(head, body) !== version) throw new Conflict('draft');
  body = await put(body, fields.body.text !== body?.fields.text, {
    insert: async () => (await store.insert(bodies, own, key, fields.body)).record,
    update: (record) => store.update(bodies, record, fields.body),
  });
  // The text alone may have changed: then the head is written as well, since its time tells when.
  head = await put(head, isChanged === true, {
    insert: async () => (await store.insert(articles, own, key, fields.head)).record,
    update: (record) => store.update(articles, record, fields.head),
  });
  // Another device made the same draft between the look and the write.
  if (!saysSame(head, body, fields)) throw new Conflict('draft');
  return { version: versionOf(head, body), modified: Math.max(head.modified, body.modified) };
}

async function put<Found>(
  found: Found | undefined,
  isChanged: boolean,
  { insert, update }: { insert(): Promise<Found>; update(record: Found): Promise<Found> },
): Promise<Found> {
  if (found === undefined) return insert();
  return isChanged ? update(found) : found;
}

/** To discard what is gone changes nothing. */
export async function discardDraft(host: Host, key: string): Promise<void> {
  const { head, body } = await stored(host, key);
  if (head) await removeIfThere(host.store, articles, head);
  if (body) await removeIfThere(host.store, bodies, body);
}
