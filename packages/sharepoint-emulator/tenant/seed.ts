import { newGuid, timestamp, type Farm } from '../context/farm.ts';
import { addDirectoryGroup, findDirectoryGroup } from '../people/directory-groups.ts';
import {
  addPrincipal,
  ensurePerson,
  EVERYONE_LOGIN,
  PrincipalType,
  savePrincipal,
  type Principal,
} from '../people/principals.ts';
import { claimsLogin, upnOf } from '../people/directory.ts';
import { Role, seedRoles } from '../security/roles.ts';
import { addHomePage, furnish } from '../webs/create.ts';
import { findWebByUrl, findWebById, insertWeb, saveWebProperties, type Web } from '../webs/web.ts';
import { makeRequest } from '../http/request.ts';
import { openContext } from '../http/context.ts';
import type { Tenant, TenantGroup, TenantSite, TenantUser } from './tenant.ts';

/** Brings people and sites into the farm. The existing content of a file stays as it is. */
export function seedTenant(farm: Farm, tenant: Tenant): void {
  farm.db.transaction(() => {
    for (const user of tenant.users) seedUser(farm, user);
    for (const group of tenant.groups ?? []) seedGroup(farm, group);
    for (const site of tenant.sites) {
      if (!findWebByUrl(farm, site.url)) seedSite(farm, site);
    }
  });
}

/** A person who is known already keeps what the file holds of them. */
export function seedUser(farm: Farm, user: TenantUser): void {
  const login = claimsLogin(user.loginName);
  const properties = {
    ...(user.jobTitle === undefined ? {} : { 'SPS-JobTitle': user.jobTitle }),
    ...(user.department === undefined
      ? {}
      : { Department: user.department, 'SPS-Department': user.department }),
    ...(user.office === undefined ? {} : { Office: user.office }),
    ...(user.phone === undefined ? {} : { WorkPhone: user.phone }),
    ...(user.mobile === undefined ? {} : { CellPhone: user.mobile }),
    ...(user.aboutMe === undefined ? {} : { AboutMe: user.aboutMe }),
    ...user.properties,
  };
  farm.db.run(
    'INSERT OR IGNORE INTO directory (login, id, upn, title, email, manager, properties, photo, photoType) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      login,
      newGuid(),
      upnOf(login),
      user.title,
      user.email ?? upnOf(login),
      user.manager === undefined ? null : claimsLogin(user.manager),
      JSON.stringify(properties),
      user.photo ?? null,
      user.photoType ?? null,
    ],
  );
}

/** A group that is known already keeps its login, and takes in new members. */
function seedGroup(farm: Farm, group: TenantGroup): void {
  const known = findDirectoryGroup(farm, group.title);
  const id = known?.id ?? newGuid();
  const login = known?.login ?? `c:0t.c|tenant|${id}`;
  const { title, email = '' } = group;
  addDirectoryGroup(farm, { login, id, title, email }, group.members.map(claimsLogin));
}

function seedSite(farm: Farm, site: TenantSite): void {
  const siteId = newGuid();
  const created = timestamp(farm.now());
  farm.db.run('INSERT INTO sites (id, url, created) VALUES (?, ?, ?)', [siteId, site.url, created]);
  seedRoles(farm, siteId);
  const properties = { Title: site.title };
  const web = insertWeb(farm, { siteId, parentId: null, url: site.url, unique: true, properties });
  addPrincipal(farm, {
    siteId,
    kind: PrincipalType.SecurityGroup,
    login: EVERYONE_LOGIN,
    title: 'Everyone except external users',
    email: '',
  });
  seedPeople(farm, web, site);
  furnish(farm, findWebById(farm, web.id) ?? web);
  seedHomePage(farm, web, site);
}

/** The three groups of a new site, named after it, with the levels that they have there. */
function seedPeople(farm: Farm, web: Web, site: TenantSite): void {
  const owners = addGroup(farm, web, `${site.title} Owners`, undefined);
  const members = addGroup(farm, web, `${site.title} Members`, owners.id);
  const visitors = addGroup(farm, web, `${site.title} Visitors`, owners.id);
  savePrincipal(farm, { ...owners, properties: { ...owners.properties, owner: owners.id } });
  saveWebProperties(farm, web, {
    ownerGroup: owners.id,
    memberGroup: members.id,
    visitorGroup: visitors.id,
  });
  assign(farm, web, owners, Role.FullControl);
  assign(farm, web, members, Role.Edit);
  assign(farm, web, visitors, Role.Read);
  join(farm, web, owners, site.owners);
  join(farm, web, members, site.members);
  join(farm, web, visitors, site.visitors);
  for (const login of site.admins ?? []) {
    savePrincipal(farm, { ...person(farm, web, login), isAdmin: true });
  }
}

/** Membership of the three groups of a site can be seen by everyone in it. */
function addGroup(farm: Farm, web: Web, title: string, owner: number | undefined): Principal {
  const properties = {
    OnlyAllowMembersViewMembership: false,
    ...(owner === undefined ? {} : { owner }),
  };
  const { siteId } = web;
  return addPrincipal(farm, {
    siteId,
    kind: PrincipalType.SharePointGroup,
    login: title,
    title,
    email: '',
    properties,
  });
}

function assign(farm: Farm, web: Web, group: Principal, role: number): void {
  farm.db.run('INSERT INTO role_assignments (scopeId, principalId, roleId) VALUES (?, ?, ?)', [
    web.id,
    group.id,
    role,
  ]);
}

function join(farm: Farm, web: Web, group: Principal, logins: readonly string[] = []): void {
  for (const login of logins) {
    farm.db.run(
      'INSERT OR IGNORE INTO group_members (siteId, groupId, memberId) VALUES (?, ?, ?)',
      [web.siteId, group.id, person(farm, web, login).id],
    );
  }
}

function person(farm: Farm, web: Web, login: string): Principal {
  const found = ensurePerson(farm, web.siteId, login);
  if (!found) throw new Error(`The tenant has no user '${login}', whom the site ${web.url} names.`);
  return found;
}

function seedHomePage(farm: Farm, web: Web, site: TenantSite): void {
  const author = [...(site.admins ?? []), ...(site.owners ?? [])][0];
  if (author === undefined) return;
  const request = makeRequest('POST', `${web.url}/_api/web`, '', new Headers(), new Uint8Array());
  addHomePage(openContext(farm, request, claimsLogin(author)));
}
