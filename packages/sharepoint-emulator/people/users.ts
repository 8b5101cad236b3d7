import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { accessDenied, principalNotFound, SharePointError } from '../errors.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, type Collection, type Entity } from '../odata/resource.ts';
import { isGuest, upnOf } from './directory.ts';
import {
  ensurePerson,
  findPrincipal,
  findPrincipalByLogin,
  groupsOf,
  listPrincipals,
  PrincipalType,
  removePrincipal,
  savePrincipal,
  type Principal,
} from './principals.ts';

/** SP.User: a person, or a security group of the directory. */
export function userEntity(context: Context, user: Principal): Entity {
  const { farm, web } = context;
  const isPerson = user.kind === PrincipalType.User;
  return {
    kind: 'entity',
    typeName: 'SP.User',
    path: `Web/GetUserById(${user.id})`,
    properties: () => ({
      Id: user.id,
      IsHiddenInUI: false,
      LoginName: user.login,
      Title: user.title,
      PrincipalType: user.kind,
      Email: user.email,
      Expiration: '',
      IsEmailAuthenticationGuestUser: false,
      IsShareByEmailGuestUser: isPerson && isGuest(user.login),
      IsSiteAdmin: user.isAdmin,
      UserId: isPerson
        ? { NameId: nameIdOf(user), NameIdIssuer: 'urn:federation:microsoftonline' }
        : null,
      UserPrincipalName: isPerson ? upnOf(user.login) : null,
    }),
    links: {
      Groups: () =>
        context.entities.groups(context, `Web/GetUserById(${user.id})/Groups`, () =>
          groupsOf(farm, web.siteId, user.id),
        ),
    },
    update: (changes) => {
      if (user.id !== context.user.id) context.access.demandOnWeb(web, 'ManageWeb');
      else context.access.demandOnWeb(web, 'EditMyUserInfo');
      const promoted = changes.IsSiteAdmin === true && !user.isAdmin;
      if (promoted && !context.user.isAdmin) throw accessDenied();
      const isAdmin = context.user.isAdmin
        ? ((changes.IsSiteAdmin as boolean | undefined) ?? user.isAdmin)
        : user.isAdmin;
      const title = asText(changes.Title, user.title);
      savePrincipal(farm, {
        ...user,
        title,
        email: asText(changes.Email, user.email),
        isAdmin,
      });
    },
    remove: () => {
      context.access.demandOnWeb(web, 'ManageWeb');
      removePrincipal(farm, web.siteId, user.id);
    },
  };
}

/** A stable stand-in for the passport id that SharePoint shows here. */
const nameIdOf = (user: Principal): string => (0x1003200000000000 + user.id).toString(16);

/** web/siteusers: everybody the site collection has met, and groups of the directory. */
export function siteUsers(context: Context): Collection {
  const { farm, web, access } = context;
  access.demandOnWeb(web, 'BrowseUserInfo');
  const people = (): Principal[] =>
    listPrincipals(farm, web.siteId, [PrincipalType.User, PrincipalType.SecurityGroup]);
  return {
    ...userCollection(context, 'Web/SiteUsers', people),
    create: (body) => userEntity(context, ensureUser(context, asText(body.LoginName))),
    actions: {
      RemoveById: (args) => {
        access.demandOnWeb(web, 'ManageWeb');
        removePrincipal(farm, web.siteId, args.number('id'));
        return nothing;
      },
      RemoveByLoginName: (args) => {
        access.demandOnWeb(web, 'ManageWeb');
        removePrincipal(farm, web.siteId, userByLogin(context, args.text('loginName')).id);
        return nothing;
      },
    },
  };
}

/** Any set of people that can be asked for one by id, login or mail address. */
export function userCollection(
  context: Context,
  path: string,
  people: () => readonly Principal[],
): Collection {
  const find = (test: (person: Principal) => boolean): Entity => {
    const person = people().find(test);
    if (!person) throw principalNotFound(context.farm);
    return userEntity(context, person);
  };
  const byLogin = (login: string): Entity =>
    find((person) => person.login.toLowerCase() === login.toLowerCase());
  return {
    kind: 'collection',
    typeName: 'SP.User',
    path,
    members: (options) =>
      inMemory(
        people().map((each) => userEntity(context, each)),
        options,
      ),
    key: (args) => byLogin(String(args.key())),
    functions: {
      GetById: (args) => find((person) => person.id === args.number('id')),
      GetByLoginName: (args) => byLogin(args.text('loginName')),
      GetByEmail: (args) => {
        const email = args.text('email').toLowerCase();
        return find((person) => person.email.toLowerCase() === email);
      },
    },
  };
}

/** Brings a person into the site; one that the directory lacks is an error of SharePoint's own. */
export function ensureUser(context: Context, name: string): Principal {
  const { farm, web, access } = context;
  if (farm.behaviours.ensureUser === 'refused') access.demandOnWeb(web, 'ManagePermissions');
  const known = findPrincipalByLogin(farm, web.siteId, name);
  if (known) return known;
  access.demandOnWeb(web, 'BrowseUserInfo');
  const person = ensurePerson(farm, web.siteId, name);
  if (person) return person;
  throw new SharePointError(
    404,
    '-2146232832, Microsoft.SharePoint.SPException',
    `The specified user ${name} could not be found.`,
  );
}

export function userById(context: Context, id: number): Principal {
  const principal = findPrincipal(context.farm, context.web.siteId, id);
  if (!principal || principal.kind === PrincipalType.SharePointGroup)
    throw principalNotFound(context.farm);
  return principal;
}

function userByLogin(context: Context, login: string): Principal {
  const principal = findPrincipalByLogin(context.farm, context.web.siteId, login);
  if (!principal) throw principalNotFound(context.farm);
  return principal;
}
