/** Writes a row under its author's key, once. */
import { Conflict } from '@kantine/core';
import type { Inserted, StoredRecord } from '@kantine/core';
import { columns, mostSlots, ownerDigest, slotDigest } from '../schema/index.ts';
import { answerOf, duplicateCode, hasCode, post } from '../wire/index.ts';
import type { Outcome } from '../wire/index.ts';
import { alone } from './lowest.ts';
import { askOwnKey, byId, ownRecords } from './own-records.ts';
import type { OwnKey } from './own-records.ts';
import { recordIn } from './row.ts';
import type { Row } from './row.ts';

export interface Insertion extends OwnKey {
  /** The columns of the fields and indexes. */
  readonly body: Readonly<Record<string, string>>;
  /** Whether this page has sent it before. */
  readonly isRepeat: boolean;
  /** The page's clock. */
  readonly now: () => number;
}

/**
 * Sends the row, and the question for the author's rows of this key behind it. Lists have no unique
 * keys: where another window, or an earlier attempt, wrote one, the lowest counts and the others go.
 *
 * A list of version 0.1 refuses a value of its slots that is there already, be it by whom it may; then
 * the next slot is taken, until an owner has updated the site.
 *
 * @throws Refusal, Conflict when somebody took every slot of a list that has them.
 */
export async function insertRow(insertion: Insertion): Promise<Inserted<unknown>> {
  const { wire, list, collection, container, author, key, body, isRepeat } = insertion;
  if (isRepeat) {
    const [found] = await ownRecords(insertion);
    if (found) return { record: found, inserted: false };
  }
  const owner = await ownerDigest(insertion, author, key);
  for (let slot = 0; slot < mostSlots; slot += 1) {
    const row = {
      ...body,
      ...(collection.size === 'few'
        ? { [columns.kind]: collection.name }
        : { [columns.slot]: await slotDigest(container, author, key, slot) }),
      [columns.owner]: owner,
      [columns.key]: JSON.stringify(key),
    };
    const sent = insertion.now();
    const [written, asked] = await wire.write([
      post(`${list}/items`, row),
      askOwnKey(insertion, owner),
    ]);
    if (!isTaken(written)) return settle({ ...insertion, sent }, answerOf<Row>(written), asked);
    const [found] = await ownRecords(insertion, asked);
    if (found) return { record: found, inserted: false };
  }
  throw new Conflict(`key ${key}`);
}

const isTaken = (outcome: Outcome | undefined): boolean =>
  outcome?.ok === false && hasCode(outcome.error, duplicateCode);

interface Sent extends Insertion {
  /** When, by the page's clock. */
  readonly sent: number;
}

/** What counts of the row that was written and those that were there. */
async function settle(
  insertion: Sent,
  row: Row,
  asked: Outcome | undefined,
): Promise<Inserted<unknown>> {
  const written = recordIn(row, insertion);
  if (!written) throw new Conflict(`key ${insertion.key}`);
  const others = (await ownRecords(insertion, asked)).filter(({ id }) => id !== written.id);
  const [first = written, ...doubles] = [...others, written].sort(byId);
  if (doubles.length === 0) alone.add(written);
  else await takeBack(insertion, doubles);
  return { record: first, inserted: first === written };
}

/** Somebody may have answered to a row that has been there for longer: it stays, and does not count. */
const unseenFor = 60_000;

async function takeBack(
  { wire, list, now, sent }: Sent,
  doubles: readonly StoredRecord[],
): Promise<void> {
  // The answer tells the time of the server when it was given, which may be a while ago.
  const latest = wire.serverNow() + (now() - sent);
  const young = doubles.filter(({ created }) => latest - created < unseenFor);
  if (young.length === 0) return;
  const steps = young.toReversed().map(({ id, version }) => {
    return { method: 'DELETE', path: `${list}/items(${id})`, version } as const;
  });
  // One that stays does no harm: it does not count.
  await wire.write(steps).catch(() => undefined);
}
