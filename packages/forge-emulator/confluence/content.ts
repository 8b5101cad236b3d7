import { NotImplementedError } from '../errors.ts';
import { json } from '../gateway/index.ts';
import { mayOnContent, type Content, type ContentOperation } from '../site/index.ts';
import { RestError } from './errors.ts';
import { FROM_CURSOR, pageFromCursor, param, type Endpoint, type RestRequest } from './rest.ts';

const READ_CONTENT = [['read:confluence-content.summary'], ['read:content-details:confluence']];
const READ_PAGE = [['read:page:confluence']];
const CHECK = [['read:confluence-content.permission'], ['read:content.permission:confluence']];
const OPERATIONS: readonly string[] = ['read', 'update', 'delete'] satisfies ContentOperation[];

export const contentEndpoints: readonly Endpoint[] = [
  {
    route: 'GET /rest/api/content/{id}',
    scopes: READ_CONTENT,
    answer: (request) => json(describeFirst(request, findContent(request))),
  },
  {
    route: 'GET /api/v2/pages',
    scopes: READ_PAGE,
    query: ['id', 'space-id', 'body-format', ...FROM_CURSOR],
    answer: (request) => {
      const { site, accountId, query } = request;
      const ids = query.getAll('id').flatMap((value) => value.split(','));
      const spaces = query.getAll('space-id').flatMap((value) => value.split(','));
      const pages = [...site.content.values()]
        .filter(({ type }) => (type ?? 'page') === 'page')
        .filter((page) => mayOnContent(site, accountId, 'read', page))
        .map((page) => describeSecond(request, page))
        .filter(({ id }) => ids.length === 0 || ids.includes(id))
        .filter(({ spaceId }) => spaces.length === 0 || spaces.includes(spaceId));
      return json(pageFromCursor(pages, query, '/api/v2/pages'));
    },
  },
  {
    route: 'GET /api/v2/pages/{id}',
    scopes: READ_PAGE,
    query: ['body-format'],
    answer: (request) => json(describeSecond(request, findContent(request, 'page'))),
  },
  {
    route: 'GET /api/v2/blogposts/{id}',
    scopes: READ_PAGE,
    query: ['body-format'],
    answer: (request) => json(describeSecond(request, findContent(request, 'blogpost'))),
  },
  { route: 'POST /rest/api/content/{id}/permission/check', scopes: CHECK, answer: check },
];

/** Content that a person may not see is answered like missing content. */
function findContent(request: RestRequest, type?: string): Content {
  const id = param(request, 'id');
  const content = request.site.content.get(id);
  const fits = content && (type === undefined || (content.type ?? 'page') === type);
  if (!fits || !mayOnContent(request.site, request.accountId, 'read', content)) {
    throw new RestError(404, `No content found with id: ${id}`);
  }
  return content;
}

interface CheckBody {
  readonly subject?: { readonly type?: string; readonly identifier?: string };
  readonly operation?: string;
}

/** `authorize().onConfluenceContent(id)` asks this, without `/wiki` in front. */
function check(request: RestRequest): Response {
  const { subject, operation } = request.body as CheckBody;
  if (subject?.type !== 'user' || !subject.identifier || !operation) {
    throw new RestError(400, 'A subject of the type user and an operation are required');
  }
  if (!OPERATIONS.includes(operation)) throw new RestError(400, `Unknown operation ${operation}`);
  const content = findContentToCheck(request);
  const may = mayOnContent(
    request.site,
    subject.identifier,
    operation as ContentOperation,
    content,
  );
  return json({ hasPermission: may, errors: [] });
}

function findContentToCheck(request: RestRequest): Content {
  const content = request.site.content.get(param(request, 'id'));
  if (!content) throw new RestError(404, 'No content found');
  return content;
}

function describeFirst({ site }: RestRequest, content: Content) {
  const space = site.spaceByKey(content.space);
  return {
    id: content.id,
    type: content.type ?? 'page',
    status: 'current',
    title: content.title,
    space: { id: Number(space.id), key: space.key, name: space.name },
    _links: { webui: linkOf(content) },
  };
}

/** Confluence makes each format out of the other; here a page has what its site's owner wrote. */
function bodyOf({ id, body, adf }: Content, format: string | null): object {
  if (format === null) return {};
  if (format === 'storage') {
    if (body === undefined && adf !== undefined) {
      throw new NotImplementedError(
        `the body of content ${id}, which has an \`adf\` only, as storage`,
      );
    }
    return { storage: { representation: 'storage', value: body ?? '' } };
  }
  if (format === 'atlas_doc_format' && adf !== undefined) {
    return { atlas_doc_format: { representation: format, value: JSON.stringify(adf) } };
  }
  throw new NotImplementedError(`body-format=${format} of content ${id}, which has no such body`);
}

function describeSecond({ site, query }: RestRequest, content: Content) {
  return {
    id: content.id,
    status: 'current',
    title: content.title,
    spaceId: site.spaceByKey(content.space).id,
    parentId: content.parentId ?? null,
    authorId: content.authorId ?? null,
    createdAt: content.createdAt ?? new Date(0).toISOString(),
    version: { number: 1 },
    body: bodyOf(content, query.get('body-format')),
    _links: { webui: linkOf(content) },
  };
}

function linkOf({ id, space, type }: Content): string {
  return `/spaces/${space}/${type === 'blogpost' ? 'blog' : 'pages'}/${id}`;
}
