import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { groupNotFound, invalidArgument, limitReached, principalNotFound } from '../errors.ts';
import { USERS_IN_GROUP } from '../limits/limits.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, type Collection, type Entity } from '../odata/resource.ts';
import { ownerOf, setOwner, setUserAsOwner } from './group-owner.ts';
import { demand, mayEditMembers, mayManage, mayViewMembers } from './group-rights.ts';
import { knownSettings, settingsOf } from './group-settings.ts';
import {
  addPrincipal,
  findPrincipal,
  findPrincipalByLogin,
  listPrincipals,
  membersOf,
  PrincipalType,
  removePrincipal,
  savePrincipal,
  type Principal,
} from './principals.ts';
import { ensureUser, userCollection, userEntity } from './users.ts';

/** A user or a group, by what kind of principal it is. */
export const principalEntity = (context: Context, principal: Principal): Entity =>
  principal.kind === PrincipalType.SharePointGroup
    ? groupEntity(context, principal)
    : userEntity(context, principal);

/** SP.Group. Login name and title are one and the same. */
export function groupEntity(context: Context, group: Principal): Entity {
  const { farm } = context;
  const path = `Web/SiteGroups/GetById(${group.id})`;
  return {
    kind: 'entity',
    typeName: 'SP.Group',
    path,
    properties: () => ({
      Id: group.id,
      IsHiddenInUI: false,
      LoginName: group.title,
      Title: group.title,
      PrincipalType: PrincipalType.SharePointGroup,
      ...settingsOf(group),
      OwnerTitle: ownerOf(context, group)?.title ?? '',
    }),
    onRequest: {
      CanCurrentUserEditMembership: () => mayEditMembers(context, group),
      CanCurrentUserManageGroup: () => mayManage(context, group),
      CanCurrentUserViewMembership: () => mayViewMembers(context, group),
    },
    links: {
      Users: () => groupUsers(context, group, `${path}/Users`),
      Owner: () => {
        const owner = ownerOf(context, group);
        if (!owner) throw principalNotFound(context.farm);
        return principalEntity(context, owner);
      },
    },
    actions: {
      SetUserAsOwner: (args) => {
        demand(mayManage(context, group));
        setUserAsOwner(context, group, args.number('ownerId'));
        return nothing;
      },
    },
    // The owner is a user or a group in the client object model. (SP.Group.owner, learn.microsoft.com)
    references: {
      Owner: (to) => {
        demand(mayManage(context, group));
        setOwner(context, group, Number(to.properties().Id));
      },
    },
    update: (changes) => {
      demand(mayManage(context, group));
      const title = asText(changes.Title, group.title);
      if (title !== group.title) refuseTakenName(context, title);
      const properties = { ...group.properties, ...knownSettings(changes) };
      savePrincipal(farm, { ...group, login: title, title, properties });
    },
    remove: () => removeGroup(context, group),
  };
}

/** All of it is for who may edit the membership; whether members may leave, behaviours tell. (S-A6) */
function groupUsers(context: Context, group: Principal, path: string): Collection {
  const { farm, web } = context;
  demand(mayViewMembers(context, group));
  const members = (): Principal[] => membersOf(farm, web.siteId, group.id);
  const remove = (member: Principal | undefined): typeof nothing => {
    const leaves = member?.id === context.user.id && farm.behaviours.leavingByRest === 'works';
    demand(leaves || mayEditMembers(context, group));
    if (!member) throw principalNotFound(context.farm);
    farm.db.run('DELETE FROM group_members WHERE siteId = ? AND groupId = ? AND memberId = ?', [
      web.siteId,
      group.id,
      member.id,
    ]);
    return nothing;
  };
  return {
    ...userCollection(context, path, members),
    create: (body) => {
      demand(mayEditMembers(context, group));
      const user = ensureUser(context, asText(body.LoginName));
      refuseTooMany(context, members());
      addMember(context, group.id, user.id);
      return userEntity(context, user);
    },
    actions: {
      RemoveById: (args) => remove(members().find((each) => each.id === args.number('id'))),
      RemoveByLoginName: (args) => {
        const login = args.text('loginName').toLowerCase();
        return remove(members().find((each) => each.login.toLowerCase() === login));
      },
    },
  };
}

/** S-B6: a group holds so many users and no more. */
function refuseTooMany({ farm }: Context, members: readonly Principal[]): void {
  const limit = farm.limits.usersInGroup ?? USERS_IN_GROUP;
  if (members.length >= limit) throw limitReached(`A group holds at most ${limit} users.`);
}

function addMember(context: Context, groupId: number, memberId: number): void {
  context.farm.db.run(
    'INSERT OR IGNORE INTO group_members (siteId, groupId, memberId) VALUES (?, ?, ?)',
    [context.web.siteId, groupId, memberId],
  );
}

/** web/sitegroups: the groups of the site collection, which all of its webs share. */
export function siteGroups(context: Context): Collection {
  const { farm, web, access } = context;
  access.demandOnWeb(web, 'BrowseUserInfo');
  const groups = (): Principal[] =>
    listPrincipals(farm, web.siteId, [PrincipalType.SharePointGroup]);
  return {
    ...groupCollection(context, 'Web/SiteGroups', groups),
    create: (body) => {
      access.demandOnWeb(web, 'CreateGroups');
      const title = asText(body.Title);
      refuseTakenName(context, title);
      const properties = { ...knownSettings(body), owner: context.user.id };
      const { siteId } = web;
      const kind = PrincipalType.SharePointGroup;
      const group = addPrincipal(farm, {
        siteId,
        kind,
        login: title,
        title,
        email: '',
        properties,
      });
      // The creator of a group is its owner and its first member.
      addMember(context, group.id, context.user.id);
      return groupEntity(context, group);
    },
    actions: {
      RemoveById: (args) => {
        removeGroup(context, groupById(context, args.number('id')));
        return nothing;
      },
      RemoveByLoginName: (args) => {
        removeGroup(context, groupByName(context, args.text('loginName')));
        return nothing;
      },
    },
  };
}

export function groupCollection(
  context: Context,
  path: string,
  groups: () => readonly Principal[],
): Collection {
  const find = (test: (group: Principal) => boolean): Entity => {
    const group = groups().find(test);
    if (!group) throw groupNotFound(context.farm);
    return groupEntity(context, group);
  };
  return {
    kind: 'collection',
    typeName: 'SP.Group',
    path,
    members: (options) =>
      inMemory(
        groups().map((each) => groupEntity(context, each)),
        options,
      ),
    key: (args) => find((group) => group.id === Number(args.key())),
    functions: {
      GetById: (args) => find((group) => group.id === args.number('id')),
      GetByName: (args) => {
        const name = args.text('name').toLowerCase();
        return find((group) => group.title.toLowerCase() === name);
      },
    },
  };
}

export function groupById(context: Context, id: number): Principal {
  const group = findPrincipal(context.farm, context.web.siteId, id);
  if (group?.kind !== PrincipalType.SharePointGroup) throw groupNotFound(context.farm);
  return group;
}

function groupByName(context: Context, name: string): Principal {
  const group = findPrincipalByLogin(context.farm, context.web.siteId, name);
  if (group?.kind !== PrincipalType.SharePointGroup) throw groupNotFound(context.farm);
  return group;
}

function removeGroup(context: Context, group: Principal): void {
  demand(mayManage(context, group));
  removePrincipal(context.farm, context.web.siteId, group.id);
}

/** Groups and people share the names of one site collection. */
function refuseTakenName(context: Context, title: string): void {
  const taken = findPrincipalByLogin(context.farm, context.web.siteId, title);
  if (!title || taken) throw invalidArgument('The specified name is already in use.');
}
