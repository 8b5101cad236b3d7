/**
 * What an owner's page does for those who ask to be let into closed containers: it says in the list of
 * asks of a container who asks, and ends the asker's row once a steward has answered. Safe to repeat, and
 * to break off anywhere.
 */
import type { ContainerId, Member, PersonId } from '@kantine/core';
import type { Site } from '../setup/index.ts';
import { isRefusal } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import { askItems, readAsks, removeRows, sayOf } from './ask-rows.ts';
import type { AskRow } from './ask-rows.ts';
import type { MadeContainer } from './container-finder.ts';
import { joinIn } from './joining.ts';
import type { JoinRequest } from './joining.ts';
import { readRequests, requestItems } from './request-rows.ts';

/** So many wishes one visit looks at, the newest first. */
const mostWishes = 200;

/** One person's wish for one container. */
interface Wish {
  readonly person: PersonId;
  readonly live: JoinRequest | undefined;
  readonly over: readonly JoinRequest[];
}

export interface Visit {
  readonly me: PersonId;
  readonly isListed: (container: ContainerId) => boolean;
  /** The containers that the owner can open. */
  readonly look: () => Promise<ReadonlyMap<ContainerId, MadeContainer>>;
  /** Who is in a container. @throws Refusal where owners may not see that */
  readonly membersOf: (made: MadeContainer) => Promise<readonly Member[]>;
}

/** What one visit does in a container: what goes from its list, what is said there, which requests are over. */
interface Plan {
  readonly gone: number[];
  readonly said: RestRequest[];
  readonly over: number[];
}

function wishesIn(requests: readonly JoinRequest[]): ReadonlyMap<ContainerId, readonly Wish[]> {
  const containers = new Map<ContainerId, Map<PersonId, JoinRequest[]>>();
  for (const request of requests) {
    const { container, by } = request;
    const people = containers.get(container) ?? new Map<PersonId, JoinRequest[]>();
    people.set(by, [...(people.get(by) ?? []), request]);
    containers.set(container, people);
  }
  const wishes = (people: ReadonlyMap<PersonId, readonly JoinRequest[]>): readonly Wish[] =>
    [...people].map(([person, rows]) => {
      const live = rows.find(({ isOver }) => !isOver);
      return { person, live, over: rows.filter((row) => row !== live) };
    });
  return new Map([...containers].map(([container, people]) => [container, wishes(people)]));
}

function plan(
  items: string,
  wishes: readonly Wish[],
  rows: readonly AskRow[],
  members: readonly Member[],
  me: PersonId,
): Plan {
  const done: Plan = { gone: [], said: [], over: [] };
  const roles = new Map(members.map(({ person, role }) => [person, role]));
  // A member may write by hand what an owner's page writes; nobody else but owners can.
  const isOwners = ({ author }: AskRow): boolean => author === me || !roles.has(author);
  // Where owners do not see who the stewards are, everybody's answer counts.
  const mayEnd = (person: PersonId): boolean =>
    members.length === 0 || roles.get(person) === 'steward';
  for (const { person, live, over } of wishes) {
    const about = rows.filter((row) => row.person === person);
    const joins = about.filter(({ kind }) => kind === 'join');
    const passed = joins.find((row) => row.request === live?.id && isOwners(row));
    const isAnswered =
      roles.has(person) ||
      about.some(
        ({ kind, author, id }) => kind === 'done' && mayEnd(author) && id > (passed?.id ?? id),
      );
    done.over.push(...over.map(({ id }) => id));
    if (over.length > 0 || roles.has(person)) {
      done.gone.push(...joins.filter(({ request }) => request !== live?.id).map(({ id }) => id));
    }
    if (live && isAnswered) done.over.push(live.id);
    else if (live && !passed) done.said.push(sayOf(items, ['join', person, live.note, live.id]));
  }
  return done;
}

/** Passes on what waits for it. */
export async function passOn(site: Site, { me, isListed, look, membersOf }: Visit): Promise<void> {
  const requests = await readRequests(site, mostWishes, (row) => {
    const join = joinIn(row);
    return join && isListed(join.container)
      ? { name: `${join.container} ${join.isOver ? join.id : ''}`, value: join }
      : undefined;
  });
  if (requests.length === 0) return;
  const containers = await look();
  for (const [container, wishes] of wishesIn(requests)) {
    const made = containers.get(container);
    const items = made && askItems(made);
    if (!made || items === undefined) continue;
    const [rows, members] = await Promise.all([
      readAsks(site, items),
      membersOf(made).catch((error: unknown) => {
        if (isRefusal(error, 403)) return [];
        throw error;
      }),
    ]);
    const { gone, said, over } = plan(items, wishes, rows, members, me);
    // An ask that was taken back is removed from the stewards' list first: without its request nobody
    // would look for it.
    await removeRows(site, items, gone);
    await site.wire.perform(said);
    await removeRows(site, requestItems(site), over);
  }
}
