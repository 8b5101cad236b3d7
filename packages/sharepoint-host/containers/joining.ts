/**
 * Asking to be let into a closed container. Nobody outside may write what its stewards read, so that the
 * wish lies in the list of requests, where its author and the site's owners read it, under a key that
 * pages of earlier versions take for no request. An owner's page passes it on.
 */
import { Forbidden, isClosed } from '@kantine/core';
import type { Ask, ContainerId, Member, PersonId } from '@kantine/core';
import { columns, parsed } from '../schema/index.ts';
import { randomName } from '../setup/random-name.ts';
import type { Site } from '../setup/index.ts';
import { merge, post } from '../wire/index.ts';
import { askItems, readAsks, sayOf, waitingFor } from './ask-rows.ts';
import type { AskRow } from './ask-rows.ts';
import type { MadeContainer } from './container-finder.ts';
import { demandGuardedRequests, requestItems, requestsOf } from './request-rows.ts';
import type { RequestRow } from './request-rows.ts';

/** What an asker's row says. */
export interface JoinRequest {
  readonly id: number;
  readonly container: ContainerId;
  readonly by: PersonId;
  readonly note: string;
  /** Taken back; an owner's page has yet to take it back from the stewards, too. */
  readonly isOver: boolean;
}

const longestNote = 300;
/** So many stewards are shown at once; the others follow when these are answered. */
const mostShown = 100;
/**
 * A member of the container could bring people in by asking a steward; further suggestions of theirs hide
 * nothing.
 */
const mostOfMember = 10;

/** @returns undefined for a row that asks for something else. */
export function joinIn(row: RequestRow): JoinRequest | undefined {
  const key = parsed(row[columns.key]);
  const [kind, container] = Array.isArray(key) ? (key as unknown[]) : [];
  if (kind !== 'join' || typeof container !== 'string' || !isClosed(container)) return undefined;
  const said = (parsed(row[columns.fields]) ?? {}) as { note?: unknown; over?: unknown };
  const { note, over } = said;
  if (typeof note !== 'string' || note.length > longestNote) return undefined;
  return { id: row.Id, container, by: String(row.AuthorId), note, isOver: over === true };
}

const bodyOf = (note: string, over: boolean): Record<string, string> => ({
  [columns.fields]: JSON.stringify({ note, over }),
});

const wishesOf = async (site: Site, me: PersonId): Promise<readonly JoinRequest[]> =>
  (await requestsOf(site, me)).flatMap((row) => joinIn(row) ?? []).filter(({ isOver }) => !isOver);

/** To ask again changes nothing. */
export async function askToJoin(
  site: Site,
  container: ContainerId,
  me: PersonId,
  note: string,
): Promise<void> {
  await demandGuardedRequests(site, container);
  const own = await wishesOf(site, me);
  if (own.some((wish) => wish.container === container)) return;
  await site.wire.send(
    post(requestItems(site), {
      // Until the site is updated the column takes each value once.
      [columns.slot]: randomName(),
      [columns.key]: JSON.stringify(['join', container]),
      ...bodyOf(note, false),
    }),
  );
}

export const joinsAskedBy = async (site: Site, me: PersonId): Promise<readonly ContainerId[]> => [
  ...new Set((await wishesOf(site, me)).map(({ container }) => container)),
];

/** The row stays without its words until an owner's page has taken it back from the stewards. */
export async function takeJoinBack(
  site: Site,
  container: ContainerId,
  me: PersonId,
): Promise<void> {
  const own = (await wishesOf(site, me)).filter((wish) => wish.container === container);
  await site.wire.perform(
    own.map(({ id }) => merge(`${requestItems(site)}(${id})`, bodyOf('', true))),
  );
}

/** A steward answers somebody, if they wait for anything. */
export async function answer(
  site: Site,
  made: MadeContainer,
  person: PersonId,
  me: PersonId,
): Promise<void> {
  const items = askItems(made);
  if (items === undefined) return;
  const rows = await readAsks(site, items);
  const isWaiting = (['leave', 'join'] as const).some((kind) =>
    // Members may write that it is done, too; to say it again after another steward changes nothing.
    waitingFor(kind, rows, (author) => author === me).has(person),
  );
  if (isWaiting) await site.wire.send(sayOf(items, ['done', person]));
}

/**
 * Who asks to be let in, for a steward. A row is what its author says; of several about one person that
 * of somebody outside counts, who can only be an owner of the site, and of these the newest.
 */
export function joinsIn(rows: readonly AskRow[], members: readonly Member[]): readonly Ask[] {
  const roles = new Map(members.map(({ person, role }) => [person, role]));
  const isSteward = (person: PersonId): boolean => roles.get(person) === 'steward';
  const waiting = waitingFor('join', rows, isSteward);
  const told = new Map<PersonId, AskRow>();
  const ended = new Set<PersonId>();
  for (const row of rows) {
    const { person, author, kind } = row;
    if (kind === 'done' && isSteward(author)) ended.add(person);
    if (kind !== 'join' || !waiting.has(person) || ended.has(person) || roles.has(person)) continue;
    const known = told.get(person);
    if (!known || (roles.has(known.author) && !roles.has(author))) told.set(person, row);
  }
  const counts = new Map<PersonId, number>();
  const shown = [...told.values()].filter(({ author }) => {
    const count = (counts.get(author) ?? 0) + 1;
    counts.set(author, count);
    return !roles.has(author) || count <= mostOfMember;
  });
  return shown.slice(0, mostShown).map(({ person, author, note }) => ({
    by: person,
    kind: 'join',
    note,
    ...(author === person ? {} : { passedOnBy: author }),
  }));
}

/** @throws Forbidden to who is no steward */
export function assertSteward(
  container: ContainerId,
  members: readonly Member[],
  me: PersonId,
): void {
  const isSteward = members.some(({ person, role }) => person === me && role === 'steward');
  if (!isSteward) throw new Forbidden(container);
}
