/**
 * Where closed containers are kept: by the owners' rows that the reader sees, as far as the reader's own
 * site groups say the same. On a site that waits for the update to such rows, by the names of version 0.1.
 */
import type { ContainerId } from '@kantine/core';
import {
  closedKinds,
  closedName,
  closedOfList,
  closedRowsList,
  earlierGroups,
  kindOfList,
  listNames,
  listPath,
} from '../schema/index.ts';
import { askForClosedRows, closedRowsIn } from '../setup/closed-row.ts';
import { askForRow, rowAnswered } from '../setup/row.ts';
import { groupPath } from '../setup/site-groups.ts';
import type { Site } from '../setup/index.ts';
import { answerOf, changesLists, get, isRefusal, ownsSite, rightIn } from '../wire/index.ts';
import type { BasePermissions, RestRequest, Outcome } from '../wire/index.ts';

interface ClosedList {
  /** The last part of its address. */
  readonly name: string;
  readonly id: string;
  /** Whether nothing lay in it, for anybody. */
  readonly isEmpty: boolean;
}

/** A closed container that an owner made, as the reader finds it. */
export interface MadeContainer {
  /** The paths of the two site groups. */
  readonly members: string;
  readonly stewards: string;
  /** By kind; without those that the site waits for. */
  readonly lists: ReadonlyMap<string, ClosedList>;
  /** The kinds of lists that an owner made for it, be they there or not. */
  readonly named: ReadonlySet<string>;
  /** Whether the reader is in it; owners of the site see the others, too. */
  readonly isMember: boolean;
  /** When something in it was changed last, by SharePoint's clock. In milliseconds. */
  readonly changed: number;
}

type MadeContainers = ReadonlyMap<ContainerId, MadeContainer>;

/** Finds the closed containers of a site. */
export interface ContainerFinder {
  /**
   * Those among some containers that the reader can open. A container that was found is remembered for as
   * long as the page lives.
   */
  find(containers: readonly ContainerId[]): Promise<MadeContainers>;
  /** All that the reader can open, as of now. */
  look(): Promise<MadeContainers>;
  forget(): void;
}

interface AnsweredList {
  readonly Id: string;
  /** Of all items, those among them that the reader may not see. */
  readonly ItemCount: number;
  readonly LastItemUserModifiedDate: string;
  readonly HasUniqueRoleAssignments?: boolean;
  readonly EffectiveBasePermissions?: BasePermissions;
  readonly RootFolder: { readonly ServerRelativeUrl: string };
}

interface SeenList extends ClosedList {
  readonly changed: number;
  readonly isProtected: boolean;
}

interface RightsOnly {
  readonly EffectiveBasePermissions: BasePermissions;
}

type RowsByContainer = ReturnType<typeof closedRowsIn>;

interface OwnGroup {
  readonly Id: number;
  readonly Title: string;
}

const askLists = (told: 'HasUniqueRoleAssignments' | 'EffectiveBasePermissions'): RestRequest =>
  get(
    `web/lists?$select=Id,ItemCount,LastItemUserModifiedDate,${told},RootFolder/ServerRelativeUrl&$expand=RootFolder&$top=5000`,
  );

const listsIn = (answered: readonly AnsweredList[]): readonly SeenList[] =>
  answered.map((list) => ({
    id: list.Id,
    name: list.RootFolder.ServerRelativeUrl.replace(/^.*\//, ''),
    isEmpty: list.ItemCount === 0,
    changed: Date.parse(list.LastItemUserModifiedDate),
    isProtected:
      list.HasUniqueRoleAssignments ??
      (list.EffectiveBasePermissions === undefined || !changesLists(list.EffectiveBasePermissions)),
  }));

const answeredOr = <T>(outcome: Outcome | undefined, otherwise: T): T =>
  outcome?.ok === true ? (outcome.value as T) : otherwise;

/** For how long a page takes it that a list which is lacking is still lacking. In milliseconds. */
const patience = 60_000;

export function containerFinder(site: Site): ContainerFinder {
  const { wire, environment } = site;
  const kinds = closedKinds(site.collections).length;
  let kept: MadeContainers = new Map();
  let looking: Promise<MadeContainers> | undefined;
  let told: Parameters<typeof askLists>[0] = 'HasUniqueRoleAssignments';
  let lastLook = Number.NEGATIVE_INFINITY;

  async function ask(): Promise<MadeContainers> {
    const rowsList = listPath(environment.webUrl, closedRowsList.name);
    const [own, lists, rights, setup, list, rows] = await wire.batch([
      get('web/currentUser/groups?$select=Id,Title'),
      askLists(told),
      get('web/effectiveBasePermissions'),
      askForRow(site),
      get(`${rowsList}?$select=EffectiveBasePermissions`),
      askForClosedRows(environment),
    ]);
    if (told === 'HasUniqueRoleAssignments' && lists?.ok === false && isRefusal(lists.error, 403)) {
      // Where members are not told whether a list inherits, their own rights in it tell enough.
      told = 'EffectiveBasePermissions';
      return ask();
    }
    const groups = answerOf<readonly OwnGroup[]>(own);
    const isOwner = ownsSite(answerOf<BasePermissions>(rights));
    const seen = listsIn(answerOf(lists));
    // Members are let into its rows alone. Where they see the whole list, it inherits, and may be anybody's.
    const ownRights = answeredOr<RightsOnly | undefined>(list, undefined);
    const isUnseen =
      ownRights !== undefined && rightIn(ownRights.EffectiveBasePermissions) === 'none';
    const isGuarded = seen.some(
      ({ name, isProtected }) => name === closedRowsList.name && isProtected,
    );
    const isTrusted = isOwner ? isGuarded : isUnseen;
    const named: RowsByContainer = isTrusted ? closedRowsIn(answeredOr(rows, [])) : new Map();
    const found = new Map(hasRows(seen, setup) ? [] : earlierContainers(seen, groups, isOwner));
    for (const made of containersIn(named, seen, groups, isOwner)) {
      found.set(...made);
    }
    return found;
  }

  function look(): Promise<MadeContainers> {
    looking ??= ask()
      .then((found) => {
        lastLook = environment.now();
        return (kept = found);
      })
      .finally(() => (looking = undefined));
    return looking;
  }

  return {
    look,
    async find(containers) {
      const isOld = environment.now() - lastLook >= patience;
      const isKnown = containers.every((container) => {
        const lists = kept.get(container)?.lists;
        return lists !== undefined && (!isOld || lists.size >= kinds);
      });
      return isKnown ? kept : look();
    },
    forget: () => {
      kept = new Map();
      lastLook = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Whether the site has rows by now, so that no name counts any more. */
const hasRows = (seen: readonly SeenList[], setup: Outcome | undefined): boolean =>
  seen.some(({ name, isProtected }) => name === listNames.setup && isProtected) &&
  rowAnswered(setup).lists?.[closedRowsList.kind] !== undefined;

function* containersIn(
  rows: RowsByContainer,
  seen: readonly SeenList[],
  groups: readonly OwnGroup[],
  isOwner: boolean,
): Generator<readonly [ContainerId, MadeContainer]> {
  const byId = new Map(seen.map((list) => [list.id, list]));
  for (const [container, { row }] of rows) {
    const { members, stewards, state } = row;
    if (state !== 'made' || members === undefined || stewards === undefined) continue;
    const isMember = groups.some(({ Id }) => Id === members);
    if (!isMember && !isOwner) continue;
    const lists = Object.entries(row.lists).flatMap(([kind, { id = '' }]) => {
      const list = byId.get(id);
      return list ? [[kind, list] as const] : [];
    });
    // It counts only while every list of it has permissions of its own.
    if (lists.length === 0 || lists.some(([, { isProtected }]) => !isProtected)) continue;
    const made = {
      members: groupPath(members),
      stewards: groupPath(stewards),
      lists: new Map(lists),
      named: new Set(Object.keys(row.lists)),
      isMember,
      changed: lastOf(lists.map(([, list]) => list)),
    };
    yield [container, made];
  }
}

const lastOf = (lists: readonly SeenList[]): number =>
  Math.max(...lists.map(({ changed }) => changed));

function* earlierContainers(
  seen: readonly SeenList[],
  groups: readonly OwnGroup[],
  isOwner: boolean,
): Generator<readonly [ContainerId, MadeContainer]> {
  const containers = new Map<ContainerId, SeenList[]>();
  for (const list of seen) {
    const container = closedOfList(list.name);
    if (container === undefined) continue;
    containers.set(container, [...(containers.get(container) ?? []), list]);
  }
  for (const [container, lists] of containers) {
    const titleOf = (prefix: string): string => prefix + closedName(container);
    const title = titleOf(earlierGroups.members);
    const isMember = groups.some(({ Title }) => Title === title);
    const guarded = lists.filter(({ isProtected }) => isProtected);
    if ((!isMember && !isOwner) || guarded.length === 0) continue;
    const pathOf = (name: string): string => `web/siteGroups/getByName('${name}')`;
    const made = {
      members: pathOf(title),
      stewards: pathOf(titleOf(earlierGroups.stewards)),
      lists: new Map(guarded.map((list) => [kindOfList(list.name), list])),
      named: new Set<string>(),
      isMember,
      changed: lastOf(guarded),
    };
    yield [container, made];
  }
}
