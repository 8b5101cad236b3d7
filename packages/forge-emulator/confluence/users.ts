import { json } from '../gateway/index.ts';
import { APP_ACCOUNT, type User } from '../site/index.ts';
import { RestError } from './errors.ts';
import { pageFromStart, required, type Endpoint, type RestRequest } from './rest.ts';

const READ_USER = [
  'read:confluence-user',
  'read:user:confluence',
  'read:content-details:confluence',
];
const MOST_IN_BULK = 100;

export const userEndpoints: readonly Endpoint[] = [
  {
    route: 'GET /rest/api/user',
    scopes: READ_USER,
    answer: (request) => json(describeUser(findUser(request, required(request, 'accountId')))),
  },
  {
    route: 'GET /rest/api/user/current',
    scopes: READ_USER,
    answer: (request) => {
      const user = findUser(request, request.accountId);
      const wanted = request.query.get('expand')?.split(',') ?? [];
      const operations = wanted.includes('operations') ? { operations: operationsOf(user) } : {};
      return json({ ...describeUser(user), ...operations });
    },
  },
  {
    route: 'GET /rest/api/user/bulk',
    scopes: READ_USER,
    answer: (request) => {
      const ids = request.query.getAll('accountId').flatMap((value) => value.split(','));
      if (ids.length === 0) throw new RestError(400, 'accountId is required');
      if (ids.length > MOST_IN_BULK) {
        throw new RestError(400, `At most ${MOST_IN_BULK} account ids can be asked for at once`);
      }
      const found = ids.flatMap((id) => request.site.users.get(id) ?? []);
      return json(pageFromStart(found.map(describeUser), request.query));
    },
  },
  {
    route: 'GET /rest/api/search/user',
    scopes: ['search:confluence', 'read:content-details:confluence'],
    answer: (request) => {
      const matches = personQuery(required(request, 'cql'));
      const found = [...request.site.users.values()].filter(
        (user) => !user.closed && matches(user),
      );
      const page = pageFromStart(found.map(describeHit), request.query);
      return json({ ...page, totalSize: found.length, cqlQuery: request.query.get('cql') });
    },
  },
];

function findUser({ site }: RestRequest, accountId: string): User {
  const user = site.users.get(accountId);
  if (user) return user;
  if (accountId === APP_ACCOUNT) return { accountId, displayName: 'App' };
  throw new RestError(404, `No user found with accountId : ${accountId}`);
}

/** The name of somebody whose account was closed is nobody's business any more. */
export function describeUser(user: User) {
  const displayName = user.closed ? 'Former user' : user.displayName;
  return {
    type: 'known',
    accountId: user.accountId,
    accountType: user.accountId === APP_ACCOUNT ? 'app' : 'atlassian',
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
    isExternalCollaborator: false,
    accountStatus: statusOf(user),
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
  return { user: describeUser(user), title: user.displayName, excerpt: '', entityType: 'user' };
}

/** The part of CQL that a people picker needs: a name, or an account. */
function personQuery(cql: string): (user: User) => boolean {
  const clauses = cql
    .split(/\s+and\s+/i)
    .filter((clause) => !/^\s*type\s*=\s*user\s*$/i.test(clause));
  const [clause = '', ...more] = clauses;
  const match = /^\s*(user(?:\.fullname|\.accountid)?)\s*(~|=)\s*"?([^"]*)"?\s*$/i.exec(clause);
  const [, field = '', operator = '', value = ''] = match ?? [];
  if (!match || more.length > 0) throw new RestError(400, `Could not parse cql : ${cql}`);
  if (field.toLowerCase() !== 'user.fullname') return ({ accountId }) => accountId === value;
  if (operator === '=') return ({ displayName }) => displayName === value;
  const words = folded(value.replaceAll('*', ''));
  return ({ displayName }) => {
    const name = folded(displayName);
    return words.every((word) => name.some((part) => part.startsWith(word)));
  };
}

/** The words of a name as the search index holds them: without case and accents. */
const folded = (text: string): string[] =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).filter(Boolean);
