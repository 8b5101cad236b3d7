import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { accessDenied, fileNotFound, invalidArgument } from '../errors.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, type Collection, type Entity } from '../odata/resource.ts';
import type { Arguments } from '../odata/arguments.ts';
import { findPrincipal } from '../people/principals.ts';
import { has } from '../security/permissions.ts';
import type { Web } from '../webs/web.ts';
import { restore } from './restore.ts';
import { forget, moveToSecondStage, recycledIn, type Recycled } from './store.ts';

/**
 * web/RecycleBin: people find what they deleted themselves, and who manages the site finds everything.
 * site/RecycleBin (without a web) has both stages, for site collection administrators. (Manage the
 * Recycle Bin of a SharePoint site, support.microsoft.com)
 */
export function recycleBin(context: Context, web: Web | undefined): Collection {
  if (!web && !context.user.isAdmin) throw accessDenied();
  const path = `${web ? 'Web' : 'Site'}/RecycleBin`;
  const seesAll = !web || has(context.access.web(web), 'ManageWeb');
  const visible = (): Recycled[] =>
    recycledIn(context, web).filter((each) => seesAll || each.deletedBy === context.user.id);
  const find = (id: string): Recycled => {
    const wanted = id.replaceAll(/[{}]/g, '').toLowerCase();
    const found = visible().find((each) => each.id === wanted);
    if (!found) throw fileNotFound();
    return found;
  };
  const each = (items: readonly Recycled[], act: (item: Recycled) => void): typeof nothing => {
    items.forEach(act);
    return nothing;
  };
  const back = (item: Recycled): void => restore(context, item);
  const away = (item: Recycled): void => forget(context, item.id);
  return {
    kind: 'collection',
    typeName: 'SP.RecycleBinItem',
    path,
    members: (options) =>
      inMemory(
        visible().map((item) => recycledEntity(context, path, item)),
        options,
      ),
    key: (args) => recycledEntity(context, path, find(asText(args.key()))),
    functions: { GetById: (args) => recycledEntity(context, path, find(args.text('id'))) },
    actions: {
      DeleteAll: () => each(visible(), away),
      DeleteByIds: (args) => each(idsOf(args).map(find), away),
      RestoreAll: () => each(visible(), back),
      RestoreByIds: (args) => each(idsOf(args).map(find), back),
    },
  };
}

function idsOf(args: Arguments): string[] {
  const ids = args.get('ids');
  if (!Array.isArray(ids)) throw invalidArgument();
  return ids.map((id) => asText(id));
}

/** SP.RecycleBinItem. */
function recycledEntity(context: Context, path: string, item: Recycled): Entity {
  const person = (id: number) => findPrincipal(context.farm, context.web.siteId, id);
  const author = person(item.author);
  const deleter = person(item.deletedBy);
  return {
    kind: 'entity',
    typeName: 'SP.RecycleBinItem',
    path: `${path}('${item.id}')`,
    properties: () => ({
      AuthorEmail: author?.email ?? '',
      AuthorName: author?.title ?? '',
      DeletedByEmail: deleter?.email ?? '',
      DeletedByName: deleter?.title ?? '',
      DeletedDate: item.deleted,
      DirName: item.dirName.slice(1),
      DirNamePath: { DecodedUrl: item.dirName.slice(1) },
      Id: item.id,
      ItemState: item.stage,
      ItemType: item.kind,
      LeafName: item.leafName,
      LeafNamePath: { DecodedUrl: item.leafName },
      Size: String(item.snapshot?.length ?? 0),
      Title: item.title,
    }),
    actions: {
      DeleteObject: () => {
        forget(context, item.id);
        return nothing;
      },
      MoveToSecondStage: () => {
        moveToSecondStage(context, item.id);
        return nothing;
      },
      Restore: () => {
        restore(context, item);
        return nothing;
      },
    },
    remove: () => forget(context, item.id),
  };
}
