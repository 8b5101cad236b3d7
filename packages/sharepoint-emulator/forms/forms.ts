import type { Context } from '../context/context.ts';
import type { List } from '../lists/list.ts';
import { inMemory } from '../odata/collection.ts';
import type { Collection, Entity } from '../odata/resource.ts';

// PageType of a form: display, edit, new.
const FORMS: readonly [string, number][] = [
  ['DispForm', 4],
  ['EditForm', 6],
  ['NewForm', 8],
];

export function formCollection(_: Context, list: List, listPath: string): Collection {
  const folder = list.isLibrary ? `${list.url}/Forms` : list.url;
  const entities = FORMS.map(([name, formType]): Entity => ({
    kind: 'entity',
    typeName: 'SP.Form',
    path: `${listPath}/Forms('${name}')`,
    properties: () => ({
      FormType: formType,
      Id: `${list.id.slice(0, -1)}${formType}`,
      ResourcePath: { DecodedUrl: `${folder}/${name}.aspx` },
      ServerRelativeUrl: `${folder}/${name}.aspx`,
    }),
  }));
  return {
    kind: 'collection',
    typeName: 'SP.Form',
    path: `${listPath}/Forms`,
    members: (options) => inMemory(entities, options),
  };
}
