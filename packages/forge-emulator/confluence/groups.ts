import { json } from '../gateway/index.ts';
import type { Group } from '../site/index.ts';
import { RestError } from './errors.ts';
import { pageFromStart, param, required, type Endpoint, type RestRequest } from './rest.ts';
import { describeUser } from './users.ts';

const READ_GROUPS = ['read:confluence-groups', 'read:group:confluence'];

export const groupEndpoints: readonly Endpoint[] = [
  {
    route: 'GET /rest/api/group',
    scopes: READ_GROUPS,
    answer: ({ site, query }) => json(pageFromStart(site.groups.map(describeGroup), query)),
  },
  {
    route: 'GET /rest/api/group/by-id',
    scopes: READ_GROUPS,
    answer: (request) => json(describeGroup(findGroup(request, required(request, 'id')))),
  },
  {
    route: 'GET /rest/api/group/{groupId}/membersByGroupId',
    scopes: READ_GROUPS,
    answer: (request) => {
      const { members } = findGroup(request, param(request, 'groupId'));
      const users = members.map((member) => describeUser(request.site.user(member)));
      const page = pageFromStart(users, request.query);
      const isCounted = request.query.get('shouldReturnTotalSize') === 'true';
      return json({ ...page, ...(isCounted ? { totalSize: users.length } : {}) });
    },
  },
  {
    route: 'GET /rest/api/user/memberof',
    scopes: READ_GROUPS,
    answer: (request) => {
      const groups = request.site.groupsOf(required(request, 'accountId'));
      return json(pageFromStart(groups.map(describeGroup), request.query));
    },
  },
];

function findGroup({ site }: RestRequest, id: string): Required<Group> {
  const group = site.groups.find((each) => each.id === id);
  if (!group) throw new RestError(404, `No group found with id : ${id}`);
  return group;
}

function describeGroup({ id, name }: Required<Group>) {
  return { type: 'group', id, name, _links: { self: `/wiki/rest/api/group/by-id?id=${id}` } };
}
