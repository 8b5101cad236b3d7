import type { Collection, ContainerId, PersonId } from '@kantine/core';

/**
 * SharePoint compares text without case, accents or trailing blanks, and indexes 255 characters of
 * it. A digest of the exact text in lower-case letters and digits has none of these troubles.
 */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 40 characters of 5 bits: two texts with one digest are out of reach, for chance and for malice. */
const characters = 40;

/**
 * A page asks about the same containers, authors and posts again and again. Remembered, their
 * digests cost no turn of the event loop, and questions of one moment stay in one moment.
 */
const made = new Map<string, Promise<string>>();
/** Some hundred bytes each; beyond this many the page starts to remember anew. */
const mostRemembered = 5000;

/** How many are being made: whoever waits for one is about to ask something. */
let underWay = 0;
export const isDigesting = (): boolean => underWay > 0;

/** @returns a digest of texts in their order; each part is told apart from its neighbours. */
export function digestOf(...parts: readonly string[]): Promise<string> {
  const text = JSON.stringify(parts);
  const known = made.get(text);
  if (known) return known;
  if (made.size >= mostRemembered) made.clear();
  const digest = digestText(text);
  made.set(text, digest);
  return digest;
}

async function digestText(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  underWay += 1;
  const hash = new Uint8Array(
    await crypto.subtle.digest('SHA-256', bytes).finally(() => (underWay -= 1)),
  );
  let digest = '';
  for (let position = 0; position < characters; position += 1) {
    const bit = position * 5;
    const pair = ((hash[bit >> 3] ?? 0) << 8) | (hash[(bit >> 3) + 1] ?? 0);
    digest += alphabet[(pair >> (11 - (bit & 7))) & 31] ?? '';
  }
  return digest;
}

/** What rows are written and read as: records of this collection in this container. */
export interface Kept {
  readonly collection: Pick<Collection, 'name' | 'size'>;
  readonly container: ContainerId;
}

/** Small collections share their lists: there a digest names the collection, too. */
const shelved = ({ collection: { name, size } }: Kept): readonly string[] =>
  size === 'few' ? [name] : [];

/** Whose row it is: container, author and key. */
export const ownerDigest = (kept: Kept, author: PersonId, key: string) =>
  digestOf('owner', kept.container, author, key, ...shelved(kept));

/** The start of an index column, equal for all rows of one value in one container. */
export const partitionDigest = (kept: Kept, index: string, value: string) =>
  digestOf('index', kept.container, index, value, ...shelved(kept));
