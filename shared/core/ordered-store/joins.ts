/** Who asks to be let into closed containers: a wish that stewards read, or that owners pass on to them. */
import type { ContainerId } from '../kernel/container.ts';
import type { Ask } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { after } from './keys.ts';
import type { Transaction } from './ordered-map.ts';

const prefix = 'join/';
const containerPrefix = (container: ContainerId): string =>
  `${prefix}${encodeURIComponent(container)}/`;
const keyOf = (container: ContainerId, by: PersonId): string =>
  containerPrefix(container) + encodeURIComponent(by);
const ownPrefix = (by: PersonId): string => `joining/${encodeURIComponent(by)}/`;

interface Wish {
  readonly note: string;
  /** Absent until stewards may read it; the asker where nobody has to pass it on. */
  readonly passedOnBy?: PersonId;
}

/** To ask again changes nothing. */
export async function askToJoin(
  transaction: Transaction,
  container: ContainerId,
  by: PersonId,
  note: string,
): Promise<void> {
  if ((await transaction.get(keyOf(container, by))) !== undefined) return;
  await transaction.set(keyOf(container, by), JSON.stringify({ note } satisfies Wish));
  await transaction.set(ownPrefix(by) + encodeURIComponent(container), '');
}

export async function endJoin(
  transaction: Transaction,
  container: ContainerId,
  by: PersonId,
): Promise<void> {
  await transaction.delete(keyOf(container, by));
  await transaction.delete(ownPrefix(by) + encodeURIComponent(container));
}

/** The containers that a person asked to be let into. */
export async function joinsOf(
  transaction: Transaction,
  by: PersonId,
): Promise<readonly ContainerId[]> {
  const own = ownPrefix(by);
  const entries = await transaction.scan({ from: own, to: after(own) });
  return entries.map(({ key }) => decodeURIComponent(key.slice(own.length)));
}

/** Who asks to be let in, as far as stewards may read it. */
export async function joinsFor(
  transaction: Transaction,
  container: ContainerId,
): Promise<readonly Ask[]> {
  const all = containerPrefix(container);
  const entries = await transaction.scan({ from: all, to: after(all) });
  return entries.flatMap(({ key, value }): Ask[] => {
    const by = decodeURIComponent(key.slice(all.length));
    const { note, passedOnBy } = JSON.parse(value) as Wish;
    if (passedOnBy === undefined) return [];
    return [{ by, kind: 'join', note, ...(passedOnBy === by ? {} : { passedOnBy }) }];
  });
}

/** Stewards may read it from now on. */
export async function passJoinOn(
  transaction: Transaction,
  container: ContainerId,
  by: PersonId,
  passedOnBy: PersonId = by,
): Promise<void> {
  const stored = await transaction.get(keyOf(container, by));
  if (stored === undefined) return;
  const wish = JSON.parse(stored) as Wish;
  if (wish.passedOnBy !== undefined) return;
  await transaction.set(keyOf(container, by), JSON.stringify({ ...wish, passedOnBy }));
}

/** An owner passes on everything that waits for it. */
export async function passJoinsOn(
  transaction: Transaction,
  isListed: (container: ContainerId) => boolean,
  me: PersonId,
): Promise<void> {
  const entries = await transaction.scan({ from: prefix, to: after(prefix) });
  for (const { key } of entries) {
    const [container, by] = key.slice(prefix.length).split('/').map(decodeURIComponent) as [
      ContainerId,
      PersonId,
    ];
    if (isListed(container)) await passJoinOn(transaction, container, by, me);
  }
}
