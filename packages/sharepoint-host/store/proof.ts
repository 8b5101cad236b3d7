/**
 * Lists in which a row proves by where it lies that its author had a right to write it. One that inherits
 * the site's permissions proves nothing: anybody may have written there.
 */
import { Forbidden } from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { isOpenToSite } from '../containers/list-rights.ts';
import type { Where } from '../schema/index.ts';
import { asForbidden, concurrently, get } from '../wire/index.ts';
import type { Talk, Wire } from '../wire/index.ts';

/** For how long a page takes it that a list is still protected. In milliseconds. */
const patience = 60_000;
/** By the paths of lists, until when; of each connection to a site. */
const protectedUntil = new WeakMap<Wire, Map<string, number>>();

/** Whether a list proves nothing. One that is not there proves nothing wrong: it holds no rows. */
async function* isVoid(wire: Wire, path: string): Talk<boolean> {
  const known = protectedUntil.get(wire) ?? new Map<string, number>();
  protectedUntil.set(wire, known);
  const now = performance.now();
  if ((known.get(path) ?? 0) > now) return false;
  const isOpen = yield* isOpenToSite(path);
  if (isOpen === false) known.set(path, now + patience);
  return isOpen === true;
}

/** Letters about a closed container are for those who can open it. @throws Forbidden to others */
async function* demandInside(container: ContainerId, { about }: Where): Talk<void> {
  if (!about) return;
  const [list] = yield [get(`${about.path}?$select=Id`)];
  if (list?.ok === false) throw asForbidden(list.error, container);
}

/** @throws Forbidden where a row would prove nothing, or the writer is not in the container of the letters */
export async function* demandProof(wire: Wire, container: ContainerId, where: Where): Talk<void> {
  const [isWithout] = (yield* concurrently<unknown>([
    isVoid(wire, where.path),
    demandInside(container, where),
  ])) as [boolean];
  if (isWithout || where.about?.isMember === false) throw new Forbidden(container);
}

/**
 * What such a list is asked. Nothing counts that lies in one that proves nothing.
 * @param none the answer then.
 */
export async function* proven<T>(
  wire: Wire,
  container: ContainerId,
  where: Where,
  { talk, none }: { readonly talk: Talk<T>; readonly none: () => T },
): Talk<T> {
  const [isWithout, , found] = (yield* concurrently<unknown>([
    isVoid(wire, where.path),
    demandInside(container, where),
    talk,
  ])) as [boolean, unknown, T];
  return isWithout ? none() : found;
}
