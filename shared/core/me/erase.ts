/** Erasing one's own rows, step by step: what is gone is not found again, so that it may be ended anywhere. */
import { removeIfThere } from '../kernel/admit.ts';
import type { Collection } from '../kernel/collection.ts';
import type { ContainerId } from '../kernel/container.ts';
import { isKantineError } from '../kernel/errors.ts';
import { inParts } from '../kernel/in-parts.ts';
import type { Host } from '../kernel/ports.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { Instant, StoredRecord } from '../kernel/record.ts';
import { isComment } from '../wall/about-posts.ts';
import { comments, posts } from '../wall/message.ts';
import type { CommentRecord, PostRecord } from '../wall/message.ts';
import { readOwnRows } from './own-rows.ts';
import type { Place } from './place.ts';

export interface Erased {
  /** How many rows went in this step. */
  readonly gone: number;
  /** Of how many messages the words went, since colleagues answered them. */
  readonly emptied: number;
}

const nothing: Erased = { gone: 0, emptied: 0 };

/** So many requests at a time. */
const atOnce = 10;

/** A message without words. */
const isEmptied = ({ fields }: PostRecord | CommentRecord): boolean =>
  fields.deleted && fields.text === '' && fields.reason === '';

/**
 * Erases what one page of a collection holds in a place.
 * @param until what was written later stays.
 * @param ofKind where set, only what names a message of this kind goes.
 * @returns what was done, and where to go on.
 */
export async function eraseStep(
  host: Host,
  collection: Collection,
  place: Place,
  { until, ofKind }: { readonly until: Instant; readonly ofKind?: string | undefined },
): Promise<Erased & { readonly next?: Instant }> {
  const { rows: own, next } = await readOwnRows(host, collection, place, until);
  const found = own.filter(
    (record) => ofKind === undefined || isOfKind(collection, record, ofKind),
  );
  const answered = await answeredAmong(host, collection, found);
  const done = { ...nothing } as { -readonly [Name in keyof Erased]: Erased[Name] };
  for (let first = 0; first < found.length; first += atOnce) {
    // What is on its way arrives, before one that failed is told of.
    const steps = await Promise.allSettled(
      found.slice(first, first + atOnce).map(async (record) => {
        if (!answered.has(record.id)) {
          await removeIfThere(host.store, collection, record);
          done.gone += 1;
        } else if (!isEmptied(record as PostRecord)) {
          await empty(host, collection as typeof posts, record as PostRecord);
          done.emptied += 1;
        }
      }),
    );
    const failed = steps.find((step) => step.status === 'rejected');
    if (failed) throw failed.reason;
  }
  return { ...done, ...(next === undefined ? {} : { next }) };
}

/** Whether a record is about a message of a kind, as its collection declares. */
function isOfKind({ about }: Collection, { fields }: StoredRecord, kind: string): boolean {
  const name = about.of === 'records' ? about.name : undefined;
  const target = (fields as Readonly<Record<string, unknown>>)[name ?? ''];
  return typeof target === 'string' && target.startsWith(`${kind}:`);
}

/** Its author deleted it: so readers are told, and colleagues' answers stay. */
async function empty({ store }: Host, collection: typeof posts, record: PostRecord): Promise<void> {
  try {
    await store.update(collection, record, { text: '', deleted: true, reason: '' });
  } catch (error) {
    if (!isKantineError(error, 'NotFound')) throw error;
  }
}

/** The ids of messages that colleagues answered: they stay, without their words. */
async function answeredAmong(
  host: Host,
  collection: Collection,
  found: readonly StoredRecord[],
): Promise<ReadonlySet<string>> {
  const { name } = collection;
  if (name !== posts.name && name !== comments.name) return new Set();
  const me = await host.identity.me();
  const byContainer = new Map<ContainerId, StoredRecord[]>();
  for (const record of found)
    byContainer.set(record.container, [...(byContainer.get(record.container) ?? []), record]);
  const answered = new Set<string>();
  for (const [container, records] of byContainer) {
    const threads = new Set(
      records.map((record) =>
        name === posts.name ? record.id : (record as CommentRecord).fields.post,
      ),
    );
    for (const some of inParts(threads)) {
      const [{ records: all }] = await host.store.read([
        rows(comments, {
          container,
          index: 'byPost',
          in: some,
          order: 'descending',
          limit: maxLimit,
        }),
      ]);
      for (const comment of all.filter((each) => each.author !== me && isComment(each)))
        answered.add(name === posts.name ? comment.fields.post : comment.fields.parent);
    }
  }
  return answered;
}
