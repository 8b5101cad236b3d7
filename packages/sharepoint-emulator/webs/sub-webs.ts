import { absolute, type Context } from '../context/context.ts';
import { accessDenied } from '../errors.ts';
import { inMemory } from '../odata/collection.ts';
import type { Collection, Entity } from '../odata/resource.ts';
import { has } from '../security/permissions.ts';
import { createWeb } from './create.ts';
import { textOf, websBelow, type Web } from './web.ts';

/** Webs that the reader cannot open are left out. */
function visibleBelow(context: Context, web: Web): Web[] {
  return websBelow(context.farm, web.id).filter((each) => has(context.access.web(each), 'Open'));
}

export function webCollection(context: Context, web: Web): Collection {
  return {
    kind: 'collection',
    typeName: 'SP.Web',
    path: 'Web/Webs',
    members: (options) =>
      inMemory(
        visibleBelow(context, web).map((each) => subWeb(context, each)),
        options,
      ),
    actions: {
      Add: (args) => {
        if (!has(context.access.web(web), 'ManageSubwebs')) throw accessDenied();
        return subWeb(context, createWeb(context, web, args.object('parameters')));
      },
    },
  };
}

/** A web below has its own service root, so its links must not lead through this one. */
function subWeb(context: Context, web: Web): Entity {
  const entity = context.entities.web(context, web);
  return { ...entity, path: `${absolute(context, web.url)}/_api/Web` };
}

/** The short form, for menus: SP.WebInformation. */
export function webInfos(context: Context, web: Web): Collection {
  const entities = (): Entity[] =>
    visibleBelow(context, web).map((each) => ({
      kind: 'entity',
      typeName: 'SP.WebInformation',
      path: `Web/WebInfos('${each.id}')`,
      properties: () => ({
        Configuration: 3,
        Created: each.created,
        Description: textOf(each, 'Description'),
        Id: each.id,
        Language: 1033,
        LastItemModifiedDate: each.modified,
        LastItemUserModifiedDate: each.modified,
        ServerRelativeUrl: each.url,
        Title: textOf(each, 'Title'),
        WebTemplate: 'STS',
        WebTemplateId: 1,
      }),
    }));
  return {
    kind: 'collection',
    typeName: 'SP.WebInformation',
    path: 'Web/WebInfos',
    members: (options) => inMemory(entities(), options),
  };
}
