import type { Context } from '../context/context.ts';
import { listsOf } from '../lists/list.ts';
import { inMemory } from '../odata/collection.ts';
import type { Collection, Entity } from '../odata/resource.ts';

/** Read only: quick launch names the lists that ask for it, the top bar is empty. */
export function navigation(context: Context): Entity {
  return {
    kind: 'entity',
    typeName: 'SP.Navigation',
    path: 'Web/Navigation',
    properties: () => ({ UseShared: true }),
    links: {
      QuickLaunch: () => nodes('QuickLaunch', quickLaunch(context)),
      TopNavigationBar: () => nodes('TopNavigationBar', []),
    },
  };
}

function nodes(name: string, entities: readonly Entity[]): Collection {
  return {
    kind: 'collection',
    typeName: 'SP.NavigationNode',
    path: `Web/Navigation/${name}`,
    members: (options) => inMemory(entities, options),
  };
}

function quickLaunch(context: Context): Entity[] {
  const shown = listsOf(context.farm, context.web.id).filter(
    (list) => list.properties.OnQuickLaunch === true && context.access.seesList(list),
  );
  return shown.map((list) => ({
    kind: 'entity',
    typeName: 'SP.NavigationNode',
    path: `Web/Navigation/GetNodeById(${2000 + list.number})`,
    properties: () => ({
      AudienceIds: null,
      CurrentLCID: 1033,
      Id: 2000 + list.number,
      IsDocLib: list.isLibrary,
      IsExternal: false,
      IsVisible: true,
      ListTemplateType: list.template,
      Title: list.title,
      Url: list.url,
    }),
  }));
}
