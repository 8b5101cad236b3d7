import { json } from '../gateway/index.ts';
import { mayInSpace, type Space, type SpaceOperation } from '../site/index.ts';
import { RestError } from './errors.ts';
import { FROM_CURSOR, pageFromCursor, param, type Endpoint, type RestRequest } from './rest.ts';

/** The second API is documented with granular scopes alone. */
const READ_SPACES = [['read:space:confluence']];

export const spaceEndpoints: readonly Endpoint[] = [
  {
    route: 'GET /api/v2/spaces',
    scopes: READ_SPACES,
    query: ['ids', 'keys', ...FROM_CURSOR],
    answer: (request) => {
      const { site, accountId, query } = request;
      const ids = listOf(query, 'ids');
      const keys = listOf(query, 'keys');
      const found = site.spaces
        .filter((space) => mayInSpace(site, accountId, 'read', space))
        .filter(({ id, key }) => (!ids || ids.includes(id)) && (!keys || keys.includes(key)));
      return json(pageFromCursor(found.map(describeSpace), query, '/api/v2/spaces'));
    },
  },
  {
    route: 'GET /api/v2/spaces/{id}',
    scopes: READ_SPACES,
    answer: (request) => json(describeSpace(findSpace(request, 'read'))),
  },
  {
    route: 'GET /api/v2/spaces/{id}/operations',
    scopes: READ_SPACES,
    answer: (request) => json(operationsIn(request, findSpace(request, 'read'))),
  },
  {
    route: 'GET /api/v2/spaces/{id}/permissions',
    scopes: READ_SPACES,
    query: FROM_CURSOR,
    answer: (request) => {
      const space = findSpace(request, 'read');
      const path = `/api/v2/spaces/${space.id}/permissions`;
      return json(pageFromCursor(permissionsOf(request, space), request.query, path));
    },
  },
];

/** Confluence does not tell a space that one may not see from one that is not there. */
export function findSpace(request: RestRequest, operation: SpaceOperation): Space {
  const { site, accountId } = request;
  const id = param(request, 'id');
  const space = site.spaces.find((each) => each.id === id);
  if (!space || !mayInSpace(site, accountId, 'read', space)) {
    throw new RestError(404, 'Space not found');
  }
  if (!mayInSpace(site, accountId, operation, space)) {
    throw new RestError(403, `No permission to ${operation} this space`);
  }
  return space;
}

function describeSpace(space: Space) {
  return {
    id: space.id,
    key: space.key,
    name: space.name,
    type: space.type ?? 'global',
    status: 'current',
    homepageId: space.homepageId ?? null,
    _links: { webui: `/spaces/${space.key}` },
  };
}

const OPERATIONS: Readonly<Record<SpaceOperation, { key: string; targetType: string }>> = {
  read: { key: 'read', targetType: 'space' },
  create: { key: 'create', targetType: 'page' },
  delete: { key: 'delete', targetType: 'page' },
  administer: { key: 'administer', targetType: 'space' },
};

/** What the person who asks may do in a space; people who may create pages may create everything on them. */
const OPERATIONS_OF: Readonly<Record<SpaceOperation, readonly [string, string][]>> = {
  read: [['read', 'space']],
  create: ['page', 'blogpost', 'comment', 'attachment'].map((target) => ['create', target]),
  delete: ['page', 'blogpost', 'comment', 'attachment'].map((target) => ['delete', target]),
  administer: [['administer', 'space']],
};

function operationsIn({ site, accountId }: RestRequest, space: Space) {
  const operations = Object.entries(OPERATIONS_OF)
    .filter(([name]) => mayInSpace(site, accountId, name as SpaceOperation, space))
    .flatMap(([, allowed]) => allowed)
    .map(([operation, targetType]) => ({ operation, targetType }));
  return { operations };
}

function permissionsOf({ site }: RestRequest, space: Space) {
  return Object.entries(space.permissions).flatMap(([name, subjects]) =>
    (subjects as readonly string[]).map((subject) => ({
      id: `${space.id}-${name}-${subject}`,
      principal: principalOf(subject),
      operation: OPERATIONS[name as SpaceOperation],
    })),
  );

  function principalOf(subject: string) {
    // Who is meant by what they are is told by name: there is no id of a group. The names of access classes
    // are those of developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-roles.
    if (subject === 'everyone') return { type: 'role', id: 'everyone' };
    if (subject === 'anonymous') return { type: 'role', id: 'anonymous-users' };
    const name = /^group:(.*)$/.exec(subject)?.[1];
    if (name === undefined) return { type: 'user', id: subject };
    return { type: 'group', id: site.groups.find((group) => group.name === name)?.id ?? name };
  }
}

function listOf(query: URLSearchParams, name: string): string[] | undefined {
  return query.has(name) ? query.getAll(name).flatMap((value) => value.split(',')) : undefined;
}
