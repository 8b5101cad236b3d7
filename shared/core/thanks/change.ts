/** Thanking for a message, and keeping thanks between oneself and who gave them. */
import { removeIfThere } from '../kernel/admit.ts';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import { thanksStore } from '../kudos/thanks-store.ts';
import { findMessage, postOf } from '../wall/find-message.ts';
import { markFields, markKey, marks } from '../wall/marks.ts';
import { targetName } from '../wall/message.ts';
import type { MessageRef } from '../wall/message.ts';
import { ownMark } from '../wall/own-mark.ts';
import { keptFields, keptThanks } from './collection.ts';
import type { Keeping, KudosKeeping, Thanking } from './inputs.ts';
import { isThere, said } from './marks.ts';

/** Writes the reader's mark on a message, or takes it back; to do either again changes nothing. */
async function setMark(
  { store, identity }: Host,
  { group, kind, id }: MessageRef,
  family: 'thanked' | 'kept',
  isSet: boolean,
): Promise<void> {
  const container = groupContainer(group);
  const me = await identity.me();
  const target = targetName({ kind, id });
  const own = ownMark(container, me, family, target);
  if (!isSet) {
    const [{ records }] = await store.read([own]);
    if (records[0]) await removeIfThere(store, marks, records[0]);
    return;
  }
  const message = await findMessage(store, { group, kind, id });
  if (!isThere(message)) throw new NotFound(`${kind} ${id}`);
  if (family === 'thanked' && message.author === me) {
    const text = 'This is your own message. Colleagues thank you for it.';
    throw new Invalid({ field: 'id', reason: 'yourself' }, text);
  }
  if (family === 'kept' && message.author !== me) throw new Forbidden('the thanks of a colleague');
  const mark = {
    family,
    target,
    post: postOf({ kind, id }, message),
    value: said,
    to: family === 'thanked' ? message.author : '',
  };
  await store.insert(marks, container, markKey(family, target), markFields(mark));
}

/** @throws NotFound; Invalid `yourself` for a message of one's own */
export const thankFor = (host: Host, { thanked, ...ref }: Thanking): Promise<void> =>
  setMark(host, ref, 'thanked', thanked);

/** @throws NotFound; Forbidden for a message of somebody else */
export const keepThanksFor = (host: Host, { kept, ...ref }: Keeping): Promise<void> =>
  setMark(host, ref, 'kept', kept);

/** @throws NotFound where the reader is none of those whom it thanks */
export async function keepThankYou(
  host: Host,
  { giver, id, kept, group }: KudosKeeping,
): Promise<void> {
  const { store, identity } = host;
  const me = await identity.me();
  const there = thanksStore(store, group);
  const [{ records }] = await store.read([there.batchOf(giver, id)]);
  const received = records.filter((row) => there.isThanks(row) && row.fields.recipient === me);
  if (received.length === 0) throw new NotFound(`thanks ${id}`);
  const keys = received.map((row) => row.id);
  const container = group === undefined ? communityContainer : groupContainer(group);
  if (kept) {
    for (const key of keys)
      await store.insert(keptThanks, container, key, keptFields(key, group !== undefined));
    return;
  }
  const [own] = await store.read([byKeys(keptThanks, container, me, keys)]);
  for (const row of own.records) await removeIfThere(store, keptThanks, row);
}
