import { NotImplementedError } from '../errors.ts';
import { json } from '../gateway/index.ts';
import { APP_ACCOUNT, type User } from '../site/index.ts';
import { RestError } from './errors.ts';
import { personQuery } from './person-query.ts';
import { PAGED, pageFromStart, required, type Endpoint, type RestRequest } from './rest.ts';

const READ_USER = [['read:confluence-user'], ['read:content-details:confluence']];
/** The reference names no classic scope: `search:confluence` is for content. */
const SEARCH_USERS = [['read:content-details:confluence']];
const MOST_IN_BULK = 100;
const MOST_FOUND = 100;

export const userEndpoints: readonly Endpoint[] = [
  {
    route: 'GET /rest/api/user',
    scopes: READ_USER,
    query: ['accountId'],
    answer: (request) => json(describeUser(findUser(request, required(request, 'accountId')))),
  },
  {
    route: 'GET /rest/api/user/current',
    scopes: READ_USER,
    query: ['expand'],
    answer: (request) => {
      const user = findUser(request, request.accountId);
      const wanted = request.query.get('expand')?.split(',') ?? [];
      const unknown = wanted.find((name) => name !== 'operations');
      if (unknown !== undefined) {
        throw new NotImplementedError(`Confluence's GET /rest/api/user/current, expand=${unknown}`);
      }
      const operations = wanted.includes('operations') ? { operations: operationsOf(user) } : {};
      return json({ ...describeUser(user), ...operations });
    },
  },
  {
    route: 'GET /rest/api/user/bulk',
    scopes: READ_USER,
    query: ['accountId', ...PAGED],
    answer: (request) => {
      const ids = request.query.getAll('accountId').flatMap((value) => value.split(','));
      if (ids.length === 0) throw new RestError(400, 'accountId is required');
      if (ids.length > MOST_IN_BULK) {
        throw new RestError(400, `At most ${MOST_IN_BULK} account ids can be asked for at once`);
      }
      const found = ids.flatMap((id) => presentUser(request, id) ?? []);
      return json(pageFromStart(found.map(describeUser), request.query));
    },
  },
  {
    route: 'GET /rest/api/search/user',
    scopes: SEARCH_USERS,
    query: ['cql', ...PAGED],
    answer: (request) => {
      const matches = personQuery(required(request, 'cql'));
      const everybody = [...request.site.users.values(), THE_APP];
      const found = everybody.filter(
        (user) => !user.closed && !user.removed && matches({ ...user, displayName: nameOf(user) }),
      );
      const size = { usual: 25, most: MOST_FOUND };
      const page = pageFromStart(found.map(describeHit), request.query, size);
      return json({ ...page, cqlQuery: request.query.get('cql') });
    },
  },
];

/** The account of the installed app itself. */
const THE_APP: User = { accountId: APP_ACCOUNT, displayName: 'This app', isApp: true };

/** Somebody who was removed from the site is not there under any id. */
function presentUser({ site }: RestRequest, accountId: string): User | undefined {
  const user = accountId === APP_ACCOUNT ? THE_APP : site.users.get(accountId);
  return user?.removed ? undefined : user;
}

function findUser(request: RestRequest, accountId: string): User {
  const user = presentUser(request, accountId);
  if (!user) throw new RestError(404, `No user found with accountId : ${accountId}`);
  return user;
}

/** As Confluence writes it: with a suffix behind the name of somebody who is deactivated. */
function nameOf({ closed, active, displayName, suffix = '(Deactivated)' }: User): string {
  if (closed) return 'Former user';
  return active === false && suffix !== '' ? `${displayName} ${suffix}` : displayName;
}

/** The name of somebody whose account was closed is nobody's business any more. */
export function describeUser(user: User) {
  const displayName = nameOf(user);
  return {
    type: 'known',
    accountId: user.accountId,
    accountType: user.isApp ? 'app' : 'atlassian',
    email: user.closed ? '' : (user.email ?? ''),
    publicName: displayName,
    displayName,
    profilePicture: {
      path: `/wiki/aa-avatar/${encodeURIComponent(user.accountId)}`,
      width: 48,
      height: 48,
      isDefault: false,
    },
    timeZone: user.timeZone ?? 'UTC',
    isExternalCollaborator: user.isGuest ?? false,
    ...(user.hasStatus === false ? {} : { accountStatus: statusOf(user) }),
    _links: { self: `/wiki/rest/api/user?accountId=${encodeURIComponent(user.accountId)}` },
  };
}

/** What somebody may do in the product as a whole. */
function operationsOf({ admin, active, closed }: User) {
  if (active === false || closed) return [];
  return [
    { operation: 'use', targetType: 'application' },
    ...(admin ? [{ operation: 'administer', targetType: 'application' }] : []),
  ];
}

function statusOf({ closed, active }: User): string {
  if (closed) return 'closed';
  return active === false ? 'inactive' : 'active';
}

function describeHit(user: User) {
  return { user: describeUser(user), title: nameOf(user), excerpt: '', entityType: 'user' };
}
