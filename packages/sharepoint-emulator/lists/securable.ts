import type { Context } from '../context/context.ts';
import { queryThrottled } from '../errors.ts';
import { listScope, webScope } from '../security/access.ts';
import type { Securable } from '../security/securable.ts';
import { findListById, setListScope } from './list.ts';
import type { List } from './list.ts';
import { clearItemScopes } from './remove.ts';

/** A list inherits from its web, and items from the list. */
export function listSecurable(context: Context, list: List): Securable {
  const { farm, web } = context;
  const current = (): List => findListById(farm, list.id) ?? list;
  return {
    path: `Web/Lists(guid'${list.id}')`,
    ownScopeId: list.id,
    scopeId: () => listScope(farm, current()),
    isUnique: () => current().scopeId !== null,
    scopesAbove: () => [webScope(farm, web)],
    setUnique: (unique) => {
      refuseLargeList(list);
      setListScope(farm, list, unique ? list.id : null);
    },
    mask: (access) => access.list(list),
    clearSubscopes: () => clearItemScopes(context, list),
    uniqueAncestor: () =>
      current().scopeId
        ? context.entities.list(context, current())
        : context.entities.web(context, web),
  };
}

/** "You can't break permissions inheritance" on a list of more than 100,000 items. */
function refuseLargeList(list: List): void {
  if (list.itemCount > 100_000) throw queryThrottled();
}
