import { serverRelative } from '../webs/web.ts';
import { asText } from '../odata/text.ts';
import { absolute, type Context } from '../context/context.ts';
import {
  accessDenied,
  fileNotFound,
  invalidExpression,
  limitReached,
  listIdNotFound,
  listNotFound,
} from '../errors.ts';
import { LISTS_IN_SITE } from '../limits/limits.ts';
import { parseFilter } from '../odata/filter/parse.ts';
import type { Predicate } from '../odata/filter/ast.ts';
import { inMemory } from '../odata/collection.ts';
import type { Collection, Entity } from '../odata/resource.ts';
import { createList } from './create.ts';
import {
  findListById,
  findListByTitle,
  findListByUrl,
  listsOf,
  Template,
  type List,
} from './list.ts';
import { listEntity } from './list-entity.ts';
import { readListSettings } from './settings.ts';

/** web/lists. A list that the reader may not see answers as one that is not there. */
export function listCollection(context: Context): Collection {
  const { farm, web, access } = context;
  const visible = (): List[] => listsOf(farm, web.id).filter((list) => access.seesList(list));
  return {
    kind: 'collection',
    typeName: 'SP.List',
    path: 'Web/Lists',
    members: (options) => {
      refuseSeveral(context, options.filter);
      return inMemory(
        visible().map((list) => listEntity(context, list)),
        options,
      );
    },
    key: (args) => listEntity(context, listById(context, String(args.key()))),
    functions: {
      GetById: (args) => listEntity(context, listById(context, args.text('id'))),
      GetByTitle: (args) => listEntity(context, listByTitle(context, args.text('title'))),
    },
    actions: {
      EnsureSiteAssetsLibrary: () =>
        ensureLibrary(context, 'Site Assets', 'SiteAssets', Template.DocumentLibrary),
      EnsureSitePagesLibrary: () =>
        ensureLibrary(context, 'Site Pages', 'SitePages', Template.SitePages),
    },
    create: (body) => {
      access.demandOnWeb(web, 'ManageLists');
      refuseTooMany(context);
      const settings = readListSettings(body);
      const title = asText(settings.Title);
      const template = Number(settings.BaseTemplate ?? Template.GenericList);
      return listEntity(context, createList(farm, web, { title, template, settings }));
    },
  };
}

/** S-B6: lists of all webs of a site collection together. */
function refuseTooMany({ farm, web }: Context): void {
  const sql =
    'SELECT count(*) AS count FROM lists WHERE webId IN (SELECT id FROM webs WHERE siteId = ?)';
  const count = farm.db.one<{ count: number }>(sql, [web.siteId])?.count ?? 0;
  const limit = farm.limits.listsInSite ?? LISTS_IN_SITE;
  if (count >= limit) throw limitReached(`A site holds at most ${limit} lists and libraries.`);
}

/** Whether `$filter` of web/lists joins several titles by `or`, nothing says. */
function refuseSeveral(context: Context, filter: string | undefined): void {
  if (context.farm.behaviours.severalListTitles === 'works') return;
  if (filter && joinsByOr(parseFilter(filter))) throw invalidExpression(filter);
}

const joinsByOr = (predicate: Predicate): boolean =>
  predicate.kind === 'or' ||
  (predicate.kind === 'and' && (joinsByOr(predicate.left) || joinsByOr(predicate.right))) ||
  (predicate.kind === 'not' && joinsByOr(predicate.operand));

/** EnsureSiteAssetsLibrary and its like make the library at the first call. */
function ensureLibrary(context: Context, title: string, leaf: string, template: number): Entity {
  const { farm, web } = context;
  const existing = findListByTitle(farm, web.id, title);
  if (existing) return listEntity(context, existing);
  context.access.demandOnWeb(web, 'ManageLists');
  return listEntity(context, createList(farm, web, { title, template, leaf, settings: {} }));
}

/** A list of another web is not found here either. */
function listById(context: Context, id: string): List {
  const list = findListById(context.farm, id);
  if (list?.webId !== context.web.id || !context.access.seesList(list)) {
    throw listIdNotFound();
  }
  return list;
}

/** Titles match in any case. A list that the reader may not see does not exist for them. */
function listByTitle(context: Context, title: string): List {
  const list = findListByTitle(context.farm, context.web.id, title);
  if (!list || !context.access.seesList(list)) {
    throw listNotFound(title, absolute(context, context.web.url));
  }
  return list;
}

/** GetList takes the server-relative URL of the root folder. */
export function listByUrl(context: Context, url: string): List {
  const path = serverRelative(context.web, url);
  const list = findListByUrl(context.farm, context.web.id, path);
  if (!list) throw fileNotFound();
  if (!context.access.seesList(list)) {
    throw context.farm.behaviours.listWithoutRight === 'refused' ? accessDenied() : fileNotFound();
  }
  return list;
}
