/** Where letters wait for who reads them: they are told without looking into each group. */
import {
  groupContainer,
  deskOf,
  isClosed,
  lettersOf,
  officeContainer,
} from '../kernel/container.ts';
import { dayLength } from '../kernel/day.ts';
import { isKantineError } from '../kernel/errors.ts';
import { maxContainers, maxNewest, newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import { knownGroup } from '../groups/known.ts';
import { newestOpenGroups } from '../groups/newest-open.ts';
import { reports } from './letters.ts';
import { readLetters } from './queue.ts';

/** The letters about one group that wait for the reader. */
export interface LettersWaiting {
  readonly group: string;
  /** Of an open group that the reader may not be in; empty otherwise. */
  readonly name: string;
  readonly letters: number;
}

/** What is older was seen, or nobody will. */
const mostDays = 90;
/** Groups that are looked into, those with the newest letters first. */
const mostLookedInto = 6;
/** Letters about a closed group may lie in a list of their own: one question each. */
const mostClosed = 6;

/** Open groups of which owners of the host read letters, with their names: they need not be in them. */
async function groupsOfOwner({ store }: Host): Promise<ReadonlyMap<string, string>> {
  const open = (await newestOpenGroups(store)).map(knownGroup);
  return new Map(open.map(({ id, name }) => [id, name]));
}

/** The groups whose letters the reader reads, and the names of those that they need not be in. */
async function groupsReadBy(
  host: Host,
  groups: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { containers, supports } = host;
  const desks = groups.map((group) => deskOf(groupContainer(group)));
  const rights = await containers.rights([officeContainer, ...desks]);
  const isOwner = rights.get(officeContainer) === 'write';
  const isRead = (group: string): boolean =>
    isClosed(group) && supports.closedLetters === 'owners'
      ? isOwner
      : rights.get(deskOf(groupContainer(group))) === 'write';
  const read = groups.filter(isRead);
  const closed = read.filter(isClosed).slice(0, mostClosed);
  const names = new Map(isOwner ? await groupsOfOwner(host) : []);
  for (const group of [...read.filter((each) => !isClosed(each)), ...closed]) {
    if (!names.has(group)) names.set(group, '');
  }
  return names;
}

/** Those with the newest letters first; all of them where so many lie there that not all were told. */
async function withLetters(
  { store, clock }: Host,
  groups: readonly string[],
): Promise<readonly string[]> {
  if (groups.length === 0) return [];
  const byContainer = new Map(groups.map((group) => [lettersOf(groupContainer(group)), group]));
  const now = await clock.server();
  const [{ records, complete }] = await store.read([
    newest(reports, {
      containers: [...byContainer.keys()].slice(0, maxContainers),
      since: now - mostDays * dayLength,
      limit: maxNewest,
    }),
  ]);
  const found = new Set(records.flatMap(({ container }) => byContainer.get(container) ?? []));
  return complete ? [...found] : [...found, ...groups.filter((group) => !found.has(group))];
}

async function waitingIn(host: Host, group: string, name: string): Promise<LettersWaiting[]> {
  try {
    const letters = (await readLetters(host, group)).filter(({ forAnother }) => !forAnother);
    return letters.length === 0 ? [] : [{ group, name, letters: letters.length }];
  } catch (error) {
    // A group that the reader may not look into any more is left out without a notice.
    if (isKantineError(error, 'Forbidden') || isKantineError(error, 'NotFound')) return [];
    throw error;
  }
}

/**
 * Where letters wait for the reader: about groups that they are in, and, for an owner of the host, about the
 * newest open groups. One round trip for who reads none; two where none wait.
 * @param groups those that the reader is in.
 */
export async function readLettersWaiting(
  host: Host,
  groups: readonly string[],
): Promise<readonly LettersWaiting[]> {
  const names = await groupsReadBy(host, [...new Set(groups)]);
  const some = await withLetters(host, [...names.keys()]);
  const each = await Promise.all(
    some.slice(0, mostLookedInto).map((group) => waitingIn(host, group, names.get(group) ?? '')),
  );
  return each.flat();
}
