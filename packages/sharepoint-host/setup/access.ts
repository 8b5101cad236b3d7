/**
 * Who may do what in the lists. By default members of a site have Edit, which includes changing the
 * lists themselves; and readers of an intranet have Read, which lets nobody say anything. So the
 * lists get permissions of their own: owners manage them, those readers contribute whom an owner chose.
 * In a closed container only its members do.
 */
import type { ListSpec } from '../schema/index.ts';
import { answerIfThere, answerOf, get, post } from '../wire/index.ts';
import type { RestRequest, Outcome } from '../wire/index.ts';
import { findLevels } from './levels.ts';
import type { LevelName, Levels } from './levels.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

interface Principals {
  readonly levels: Levels;
  /** A site may do without its group of owners. */
  readonly owners: number | undefined;
  readonly me: number;
}

/** A principal's level in a list. */
interface Grant {
  readonly to: number;
  readonly role: number;
}

const idOf = (outcome: Outcome | undefined): number => answerOf<{ Id: number }>(outcome).Id;

const groupId = (outcome: Outcome | undefined): number | undefined =>
  answerIfThere<{ Id: number }>(outcome)?.Id;

async function principalsOf({ wire }: Site): Promise<Principals> {
  const levels = await findLevels(wire);
  const asked = await wire.batch([
    get('web/associatedOwnerGroup?$select=Id'),
    get('web/currentUser?$select=Id'),
  ]);
  return { levels, owners: groupId(asked[0]), me: idOf(asked[1]) };
}

const change = (path: string, verb: 'add' | 'remove', { to, role }: Grant): RestRequest =>
  post(`${path}/roleAssignments/${verb}RoleAssignment(principalId=${to},roleDefId=${role})`);

interface Assignment {
  readonly PrincipalId: number;
  readonly Member: { readonly PrincipalType: number };
  readonly RoleDefinitionBindings: readonly {
    readonly Id: number;
    readonly RoleTypeKind: number;
  }[];
}

/** Limited Access lets somebody pass through to a single row; it opens nothing by itself. */
const limitedAccess = 1;
/** SP.Utilities.PrincipalType of one person. */
const person = 1;

/** @param path of a list, or of a row. */
export const askGrants = (path: string): RestRequest =>
  get(`${path}/roleAssignments?$expand=Member,RoleDefinitionBindings`);

interface FoundGrant extends Grant {
  readonly isPerson: boolean;
}

export const grantsIn = (outcome: Outcome | undefined): readonly FoundGrant[] =>
  answerOf<readonly Assignment[]>(outcome).flatMap((assignment) =>
    assignment.RoleDefinitionBindings.filter(
      ({ RoleTypeKind }) => RoleTypeKind !== limitedAccess,
    ).map(({ Id }) => ({
      to: assignment.PrincipalId,
      role: Id,
      isPerson: assignment.Member.PrincipalType === person,
    })),
  );

/** Which readers of a site take part, by the numbers of their principals. */
export interface ReaderSelection {
  readonly in: readonly number[];
  readonly out: readonly number[];
}

/**
 * Who has which right to a shared list beside owners. All readers of the site may see the setup row, so
 * that a page can tell a reader who is left out from one who came before the set-up: S-B1, SharePoint may
 * answer 404 for both.
 */
const grantsOfReaders = (
  list: ListSpec,
  levels: Levels,
  choice: ReaderSelection,
): readonly Grant[] => {
  if (list.isUnseen === true) return [];
  const isWritten = list.writers === 'readers';
  const readers = list.isForAll === true ? [...choice.in, ...choice.out] : choice.in;
  return readers.map((to) => ({ to, role: isWritten ? levels.contribute : levels.read }));
};

/** New shared lists: who takes part writes in them, except in what only owners write. */
export async function grantToReaders(
  site: Site,
  lists: readonly ListSpec[],
  choice: ReaderSelection,
): Promise<void> {
  if (lists.length === 0) return;
  const { levels, owners } = await principalsOf(site);
  const steps = lists.flatMap((list) => {
    const grants = [
      ...(owners === undefined ? [] : [{ to: owners, role: levels.full }]),
      ...grantsOfReaders(list, levels, choice),
    ];
    return grants.map((grant) => change(pathOf(site, list), 'add', grant));
  });
  await site.wire.perform(steps);
}

/**
 * Gives shared lists to exactly those whom an owner chose. Somebody who is to stay keeps the level that
 * they have: an owner may have chosen another by hand. First it is taken from who is left out.
 */
export async function grantExactly(
  site: Site,
  lists: readonly ListSpec[],
  choice: ReaderSelection,
): Promise<void> {
  const { levels, owners, me } = await principalsOf(site);
  const seen = lists.filter(({ isUnseen }) => isUnseen !== true);
  const outcomes = await site.wire.batch(seen.map((list) => askGrants(pathOf(site, list))));
  const plans = seen.map((list, position) => {
    const path = pathOf(site, list);
    const found = grantsIn(outcomes[position]);
    const wanted = grantsOfReaders(list, levels, choice);
    const kept = new Set([owners, me, ...wanted.map(({ to }) => to)]);
    const missing = wanted.filter((grant) => !found.some(({ to }) => to === grant.to));
    return {
      take: found.filter(({ to }) => !kept.has(to)).map((grant) => change(path, 'remove', grant)),
      add: missing.map((grant) => change(path, 'add', grant)),
    };
  });
  await site.wire.perform(plans.flatMap(({ take }) => take));
  await site.wire.perform(plans.flatMap(({ add }) => add));
}

/**
 * SharePoint gives full control of a list, for ever, to the person who ends its inheritance. Owners have
 * it through their group; a person's own must not outlast their office.
 */
export async function takePersonal(site: Site, lists: readonly ListSpec[]): Promise<void> {
  const { levels, owners } = await principalsOf(site);
  if (owners === undefined) return;
  const outcomes = await site.wire.batch(lists.map((list) => askGrants(pathOf(site, list))));
  const steps = lists.flatMap((list, position) => {
    const found = grantsIn(outcomes[position]);
    const isOwned = found.some(({ to, role }) => to === owners && role === levels.full);
    if (!isOwned) return [];
    return found
      .filter(({ isPerson, role }) => isPerson && role === levels.full)
      .map((grant) => change(pathOf(site, list), 'remove', grant));
  });
  await site.wire.perform(steps);
}

/** Which of these lists were given to the site's owners or to somebody else: the last step of making them. */
export async function givenOut(
  site: Site,
  lists: readonly ListSpec[],
): Promise<ReadonlySet<string>> {
  if (lists.length === 0) return new Set();
  const [group, ...outcomes] = await site.wire.batch([
    get('web/associatedOwnerGroup?$select=Id'),
    ...lists.map((list) => askGrants(pathOf(site, list))),
  ]);
  const owners = groupId(group);
  const given = lists.filter((_, position) =>
    grantsIn(outcomes[position]).some(({ to, isPerson }) => to === owners || !isPerson),
  );
  return new Set(given.map(({ name }) => name));
}

/** Something that owners manage and site groups have a right to: a list, or a row. */
export interface Guarded {
  readonly path: string;
  readonly groups?: readonly { readonly to: number; readonly level: LevelName }[];
}

/**
 * Gives each to the site's owners and to its site groups, and takes it from everybody else. The groups come
 * last, and into the first of all last: a member with a right to that one finds all of them.
 */
export async function grantOnly(site: Site, guarded: readonly Guarded[]): Promise<void> {
  if (guarded.length === 0) return;
  const { wire } = site;
  const { levels, owners, me } = await principalsOf(site);
  const outcomes = await wire.batch(guarded.map(({ path }) => askGrants(path)));
  const plans = guarded.map(({ path, groups = [] }, position) => {
    const found = grantsIn(outcomes[position]);
    const forOwners = { to: owners ?? me, role: levels.full };
    const forGroups = groups.map(({ to, level }) => ({ to, role: levels[level] }));
    const isIn = (grants: readonly Grant[], grant: Grant): boolean =>
      grants.some(({ to, role }) => to === grant.to && role === grant.role);
    const add = (grant: Grant): RestRequest[] =>
      isIn(found, grant) ? [] : [change(path, 'add', grant)];
    const superfluous = found.filter((grant) => !isIn([forOwners, ...forGroups], grant));
    const take = (isMine: boolean): RestRequest[] =>
      superfluous
        .filter(({ to }) => (to === me) === isMine)
        .map((grant) => change(path, 'remove', grant));
    return {
      first: [...add(forOwners), ...take(false)],
      groups: forGroups.flatMap(add),
      last: take(true),
    };
  });
  await wire.perform(plans.flatMap(({ first }) => first));
  await wire.perform(plans.toReversed().flatMap(({ groups }) => groups));
  await wire.perform(plans.flatMap(({ last }) => last));
}
