/** The feed of thanks. */
import * as v from 'valibot';
import { admitPage } from '../kernel/admit.ts';
import { cursor } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import { peopleFinder } from '../people/person.ts';
import { communityContainer, governedContainer } from '../kernel/container.ts';
import { reachOf } from '../catch-up/reach.ts';
import { memberships } from '../groups/collections.ts';
import { anywhere } from '../kernel/changes.ts';
import type { Host } from '../kernel/ports.ts';
import { rows } from '../kernel/query.ts';
import type { Instant } from '../kernel/record.ts';
import { settings } from '../settings/collection.ts';
import { settledIn, settledRows } from '../settings/read-settings.ts';
import type { ValueView } from '../settings/read-settings.ts';
import { keptThanks } from '../thanks/collection.ts';
import { maySee, readKept } from '../thanks/kept.ts';
import { groupThanks, kudos } from './collection.ts';
import { none, thanksInGroups } from './in-groups.ts';
import { isThanks } from './kudos.ts';
import type { KudosRecord } from './kudos.ts';
import { batchOf, foldThankYous } from './thank-you.ts';
import type { ThankYou } from './thank-you.ts';

export interface KudosPage {
  /** Newest first. */
  readonly thankYous: readonly ThankYou[];
  readonly cursor?: string;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
  /** The values of the company, those that are no longer offered too: thanks name them. */
  readonly values: readonly ValueView[];
}

/** Rows a page reads; a thank-you to several people takes several. */
const pageSize = 20;

/** The rest of a thank-you's rows may lie beyond the page; no thank-you has more than this. */
const rowsPerBatch = 50;

export const readKudos = query({
  input: v.strictObject({
    cursor: v.optional(cursor),
    /** With those in the reader's own groups, which take questions more. */
    isWide: v.optional(v.boolean()),
  }),
  reads: () => [
    [kudos, communityContainer],
    [groupThanks, anywhere],
    [keptThanks, anywhere],
    [memberships, communityContainer],
    [settings, governedContainer],
  ],
  run: async (host, { cursor: after, isWide = false }): Promise<KudosPage> => {
    const { store, identity, directory, clock } = host;
    const me = await identity.me();
    const begin = beginIn(after);
    const newest = rows(kudos, {
      container: communityContainer,
      index: 'recent',
      order: 'descending',
      limit: pageSize,
      ...(begin.cursor === undefined ? {} : { cursor: begin.cursor }),
    });
    const [[first, settled], reach] = await Promise.all([
      store.read([newest, settledRows()]),
      isWide ? reachOf(host, me, 0) : undefined,
    ]);
    const { values } = settledIn(settled.records, clock.now());
    const known = new Set<string>(values.map(({ id }) => id));
    const isOfValue = ({ fields }: KudosRecord): boolean => known.has(fields.value);
    const page = await admitPage(
      store,
      newest,
      first,
      (record) => isThanks(record) && isOfValue(record),
    );
    const [complete, onPage, inGroups] = await Promise.all([
      wholeBatches(host, page.records),
      readKept(store, page.records),
      reach ? thanksInGroups(host, reach) : none,
    ]);
    // Most thank-yous are whole on their page.
    const shown = new Set(page.records.map(({ id }) => id));
    const beyond = complete.filter(({ id }) => !shown.has(id));
    const kept = new Set([...onPage, ...inGroups.kept, ...(await readKept(store, beyond))]);
    const whole = [...complete, ...inGroups.thanks.filter(isOfValue)].filter(maySee(kept, me));
    const person = await peopleFinder(
      directory,
      whole.flatMap(({ author, fields }) => [author, fields.recipient]),
    );
    // Those of groups stand among everybody's by when they were given.
    const end = page.cursor === undefined ? 0 : (page.records.at(-1)?.created ?? begin.before);
    return {
      thankYous: foldThankYous(whole, me, person, { kept, groups: inGroups.groups }).filter(
        ({ group, created }) => !group || (created >= end && created < begin.before),
      ),
      // Of groups it is said once, on the first page.
      dropped: page.dropped + (after === undefined ? inGroups.dropped : 0),
      values,
      ...(page.cursor === undefined ? {} : { cursor: `${end} ${page.cursor}` }),
    };
  },
});

/** Where a page begins: in the community by the host's cursor, and in groups by when the page before it ended. */
function beginIn(after: string | undefined): { cursor?: string; before: Instant } {
  const [, before, cursor] = /^(\d{1,16}) (.*)$/s.exec(after ?? '') ?? [];
  if (cursor !== undefined) return { cursor, before: Number(before) };
  return { ...(after === undefined ? {} : { cursor: after }), before: Number.MAX_SAFE_INTEGER };
}

/** Completes the batches on a page, and leaves out those that a newer page has shown already. */
async function wholeBatches(
  { store }: Host,
  onPage: readonly KudosRecord[],
): Promise<KudosRecord[]> {
  const batches = [...new Set(onPage.map(({ fields }) => fields.batch))];
  if (batches.length === 0) return [];
  const byBatch = {
    container: communityContainer,
    index: 'byBatch',
    order: 'ascending',
  } as const;
  const several = rows(kudos, { ...byBatch, in: batches, limit: rowsPerBatch });
  const [{ records }] = await store.read([several]);
  // No honest thank-you fills the limit: others wrote rows under its batch, which are no part of it
  // and must not crowd it out. Then its giver's own rows are asked for.
  const isCrowded = (batch: string): boolean =>
    records.filter(({ fields }) => fields.batch === batch).length >= rowsPerBatch;
  const crowded = new Set(batches.filter(isCrowded));
  const givers = new Map(onPage.map((record) => [batchOf(record), record]));
  const own = [...givers.values()].flatMap(({ author, fields: { batch } }) =>
    crowded.has(batch) ? [rows(kudos, { ...byBatch, eq: batch, author, limit: rowsPerBatch })] : [],
  );
  const answers = own.length === 0 ? [] : await store.read(own);
  const all = new Map<string, KudosRecord>();
  for (const record of [
    ...records.filter(({ fields }) => !crowded.has(fields.batch)),
    ...answers.flatMap((answer) => answer.records),
    ...onPage,
  ]) {
    if (isThanks(record)) all.set(record.id, record);
  }
  const seen = new Set(onPage.map(({ id }) => id));
  const newest = new Map<string, KudosRecord>();
  const inOrder = [...all.values()].sort((a, b) => a.created - b.created);
  for (const record of inOrder) newest.set(batchOf(record), record);
  return inOrder.filter((record) => seen.has(newest.get(batchOf(record))?.id ?? ''));
}
